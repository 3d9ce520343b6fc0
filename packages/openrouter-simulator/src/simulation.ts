import type { AccountBook } from './account/account-book.ts';
import type { GenerationStore } from './account/generation-store.ts';
import type { PromptCache } from './caching/prompt-cache.ts';
import type { CatalogStore } from './catalog/catalog-store.ts';
import type { ProviderFacts } from './catalog/provider-directory.ts';
import type { FaultBook } from './faults/fault-book.ts';
import type { FreeLimiter } from './limits/free-limiter.ts';
import type { InFlightBudget } from './limits/in-flight-budget.ts';
import type { RequestLog } from './log/request-log.ts';
import type { Amount } from './money/decimal.ts';
import type { StickyRoutes } from './routing/sticky-routes.ts';
import type { Clock, Sleep } from './time/clock.ts';
import type { Random } from './time/random.ts';

/** Which providers are paid by the caller's own keys. */
export interface ByokRule {
  readonly providers: readonly string[];
  /** List-price USD a month without a fee. */
  readonly allowance: Amount;
}

/** What the routes of one simulator share. */
export interface Simulation {
  readonly catalog: CatalogStore;
  readonly accounts: AccountBook;
  readonly providers: readonly ProviderFacts[];
  readonly byok: ByokRule;
  readonly generations: GenerationStore;
  readonly freeLimiter: FreeLimiter;
  readonly inFlight: InFlightBudget;
  readonly promptCache: PromptCache;
  readonly stickyRoutes: StickyRoutes;
  readonly faults: FaultBook;
  readonly log: RequestLog;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Simulated seconds of latency per second waited; Infinity = no latency. */
  readonly speed: number;
  readonly splitBytes: number | undefined;
  readonly lineEnding: '\n' | '\r\n';
  readonly random: Random;
  readonly seed: number;
}
