import type { Call } from '../http/call.ts';
import { WireError } from '../http/wire-error.ts';
import { routerMetadata, wantsRouterMetadata } from '../routing/router-metadata.ts';
import type { ChatRequest } from './chat-request.ts';
import { serveModel } from './serve-model.ts';
import type { Served } from './served.ts';

/** Failures of the account, equal for every model: no fallback is tried. */
const ACCOUNT_STATUSES = new Set([401, 402]);

/** A failure with the route it took. A 500 is masked and says nothing. */
function withTrace(call: Call, request: ChatRequest, failure: unknown): unknown {
  if (!(failure instanceof WireError) || failure.status === 500) return failure;
  const [requested = ''] = request.models;
  const model = call.simulation.catalog.get(requested);
  return new WireError({
    ...failure.options,
    routerMetadata: routerMetadata({
      requested,
      strategy: request.models.length > 1 ? 'fallback' : 'direct',
      endpoints: model === undefined ? [] : call.simulation.catalog.endpointsOf(model),
      attempts: call.record.read().attempts,
      selected: undefined,
      isByok: false,
    }),
  });
}

/** Answers with the first model of the list that can. @throws the last failure when none can. */
export function serveChat(call: Call, request: ChatRequest): Served {
  let failure: unknown;
  for (const id of request.models) {
    try {
      return serveModel(call, request, id);
    } catch (error) {
      failure = error;
      if (!(error instanceof WireError) || ACCOUNT_STATUSES.has(error.status)) break;
    }
  }
  throw wantsRouterMetadata(call.request) ? withTrace(call, request, failure) : failure;
}
