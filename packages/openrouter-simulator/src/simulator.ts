import type { ApiKeyOptions } from './account/account.ts';
import type { Model, Pricing } from './catalog/model.ts';
import type { Fault } from './faults/fault.ts';
import type { RequestFilter } from './log/request-log.ts';
import type { RequestRecord } from './log/request-record.ts';
import type { Listening, ListenOptions } from './node/listen.ts';
import type { Clock, Sleep } from './time/clock.ts';

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
  /** Cuts every streamed body into pieces of this many bytes, wherever that falls. Default: whole events. */
  readonly splitBytes?: number;
}

/** The faults in force; changes count from the next request on. */
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
}
