import type { Endpoint } from '../catalog/endpoint.ts';
import type { JsonRecord } from '../http/json.ts';
import type { RecordedAttempt } from '../log/request-record.ts';
import type { Strategy } from './resolve-model.ts';

const HEADERS = ['x-openrouter-metadata', 'x-openrouter-experimental-metadata'];

/** Whether the caller asked for `openrouter_metadata`. */
export function wantsRouterMetadata(request: Request): boolean {
  return HEADERS.some((name) => request.headers.get(name) === 'enabled');
}

/** How a request was routed so far. */
export interface RouteTrace {
  readonly requested: string;
  readonly strategy: Strategy;
  readonly endpoints: readonly Endpoint[];
  readonly attempts: readonly RecordedAttempt[];
  readonly selected: Endpoint | undefined;
  readonly isByok: boolean;
}

/** The wire's `openrouter_metadata`; `attempt: 0` = no provider was reached. */
export function routerMetadata(trace: RouteTrace): JsonRecord {
  const { endpoints, attempts, selected } = trace;
  return {
    requested: trace.requested,
    strategy: trace.strategy,
    region: null,
    summary: `[simulated] ${attempts.length} of ${endpoints.length} endpoints tried`,
    attempt: attempts.length,
    is_byok: trace.isByok,
    endpoints: {
      total: endpoints.length,
      available: endpoints.map((endpoint) => ({
        provider: endpoint.provider_name,
        model: endpoint.model_id,
        selected: endpoint === selected,
      })),
    },
    attempts: attempts.map(({ model, provider, status }) => ({ model, provider, status })),
  };
}
