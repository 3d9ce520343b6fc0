import type { ApiKey } from '../account/account.ts';
import type { OpenRecord } from '../log/request-log.ts';
import type { Simulation } from '../simulation.ts';

/** One request on its way through a route. */
export interface Call {
  readonly simulation: Simulation;
  readonly request: Request;
  readonly url: URL;
  /** Values of the route's `:names`. */
  readonly params: Readonly<Record<string, string>>;
  readonly record: OpenRecord;
  /** The caller's key; a route that needs none may be called without. */
  readonly key: () => ApiKey;
}

/** Answers one kind of request. */
export type Route = (call: Call) => Promise<Response> | Response;
