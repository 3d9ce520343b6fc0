import type { Call } from '../http/call.ts';
import { WireError } from '../http/wire-error.ts';
import type { ChatRequest } from './chat-request.ts';
import { serveModel } from './serve-model.ts';
import type { Served } from './served.ts';

/** Failures of the account, equal for every model: no fallback is tried. */
const ACCOUNT_STATUSES = new Set([401, 402]);

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
  throw failure;
}
