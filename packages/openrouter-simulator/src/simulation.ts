import type { AccountBook } from './account/account-book.ts';
import type { CatalogStore } from './catalog/catalog-store.ts';
import type { FaultBook } from './faults/fault-book.ts';
import type { RequestLog } from './log/request-log.ts';
import type { Clock, Sleep } from './time/clock.ts';
import type { Random } from './time/random.ts';

/** What the routes of one simulator share. */
export interface Simulation {
  readonly catalog: CatalogStore;
  readonly accounts: AccountBook;
  readonly faults: FaultBook;
  readonly log: RequestLog;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Simulated seconds of latency per second waited; Infinity = no latency. */
  readonly speed: number;
  readonly splitBytes: number | undefined;
  readonly random: Random;
  readonly seed: number;
}
