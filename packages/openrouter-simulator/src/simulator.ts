import type { ApiKeyOptions } from './account/account.ts';
import type { CatalogChange } from './catalog/catalog-schedule.ts';
import type { Model, Pricing } from './catalog/model.ts';
import type { ProviderFacts } from './catalog/provider-directory.ts';
import type { Fault } from './faults/fault.ts';
import type { ScenarioName } from './faults/scenarios.ts';
import type { RequestFilter } from './log/request-log.ts';
import type { RequestRecord } from './log/request-record.ts';
import type { Listening, ListenOptions } from './node/listen.ts';
import type { Clock, Sleep } from './time/clock.ts';

/** Calls on the account's own provider keys: paid to the provider, with a fee to OpenRouter. */
export interface ByokOptions {
  /** Names or slugs. */
  readonly providers: readonly string[];
  /** List-price USD a month before the fee of 5 % begins. Default: `"25000"`. */
  readonly allowanceUsd?: string;
}

/** Everything about a simulator that can be chosen. All optional. */
export interface SimulatorOptions {
  /** A body of the shape of `GET /models`. Default: a bundled one, see `DEFAULT_CATALOG_DATE`. */
  readonly catalog?: unknown;
  /**
   * A body of the shape of `GET /endpoints/zdr` (`{ data: Endpoint[] }`). Default, and for models it leaves out: one endpoint at the
   * listed price, and two simulated hosts more where the weights are public.
   */
  readonly endpoints?: unknown;
  /** Same seed, same draws. Default: 1. */
  readonly seed?: number;
  /** Milliseconds since the epoch. Default: `Date.now`. */
  readonly clock?: Clock;
  /** Default: the platform's timer. */
  readonly sleep?: Sleep;
  /** Simulated seconds of latency per second waited: 1 = as slow as the real thing, Infinity (default) = no latency. */
  readonly speed?: number;
  /** What goes wrong from the start. Default: nothing. */
  readonly faults?: readonly Fault[];
  /** The keys that are accepted. Default: any bearer token. */
  readonly apiKeys?: readonly ApiKeyOptions[];
  /** USD of credits bought, as a decimal string. Default: `"100"`. */
  readonly creditsUsd?: string;
  /** Requests a minute to `:free` models, per account. Default: 20. */
  readonly freePerMinute?: number;
  /** Requests a day to `:free` models, per account. Default: 50, or 1000 once 10 USD of credits were bought. */
  readonly freePerDay?: number;
  /** What is known of providers: data policy, place. See the README for what is assumed of the others. */
  readonly providers?: readonly ProviderFacts[];
  /** Providers that the account calls with keys of its own. Default: none. */
  readonly byok?: ByokOptions;
  /** Faults by name, see `SCENARIOS`. They stand behind `faults`. */
  readonly scenario?: ScenarioName;
  /** Changes of the catalogue by time. Default: none. */
  readonly catalogChanges?: readonly CatalogChange[];
  /** Ends of the lines of a stream. Default: `"\n"`. */
  readonly lineEnding?: '\n' | '\r\n';
  /** Cuts every streamed body into pieces of this many bytes, wherever that falls. Default: whole events. */
  readonly splitBytes?: number;
}

/** The faults in force; changes count from the next request on. `add` and `set` throw a TypeError where a fault is none. */
export interface FaultControl {
  readonly list: () => readonly Fault[];
  readonly add: (...faults: readonly Fault[]) => void;
  readonly set: (faults: readonly Fault[]) => void;
  readonly clear: () => void;
}

/** The catalogue as served; changes count from the next request on. */
export interface CatalogControl {
  readonly models: () => readonly Model[];
  /** Replaces it by another `/models`-shaped body. */
  readonly replace: (body: unknown) => void;
  /** Adds a row, or replaces the one of the same id. */
  readonly put: (row: unknown) => void;
  readonly remove: (id: string) => void;
  /** Changes some prices of a model and of its endpoints. @throws RangeError when there is no such model. */
  readonly reprice: (id: string, pricing: Partial<Pricing>) => void;
}

/** What the simulator's account looks like now. Amounts are USD as exact decimals. */
export interface SimulatorState {
  readonly seed: number;
  readonly nowMs: number;
  readonly requests: number;
  readonly creditsBoughtUsd: string;
  readonly spentUsd: string;
  readonly freeRequestsToday: {
    readonly limit: number;
    readonly used: number;
    readonly remaining: number;
  };
  readonly faults: readonly Fault[];
}

/** An OpenRouter of your own. */
export interface Simulator {
  /** A drop-in `fetch`: `createOpenRouter({ apiKey, fetch: simulator.fetch })`. Answers any host. */
  readonly fetch: typeof globalThis.fetch;
  /** The same for a `Request`; a reset connection is thrown as `ConnectionReset`. */
  readonly handle: (request: Request) => Promise<Response>;
  /** Serves the simulator on a loopback port. Node only. */
  readonly listen: (options?: ListenOptions) => Promise<Listening>;
  readonly faults: FaultControl;
  readonly catalog: CatalogControl;
  /** What was asked and what came of it, in the order of arrival. */
  readonly requests: (filter?: RequestFilter) => readonly RequestRecord[];
  /** Forgets the requests; money and faults stay. */
  readonly clearRequests: () => void;
  readonly state: () => SimulatorState;
  /** Sets the USD of credits bought, a decimal string. */
  readonly setCredits: (creditsUsd: string) => void;
}
