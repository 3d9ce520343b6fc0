import { completeChat } from '../chat/complete-chat.ts';
import { RawFailure } from '../faults/failure-before-start.ts';
import type { OpenRecord } from '../log/request-log.ts';
import type { Simulation } from '../simulation.ts';
import type { Call } from './call.ts';
import { errorResponse, SIMULATOR_HEADERS } from './respond.ts';
import { findRoute, type RouteMatch } from './routes.ts';
import { strikeModelsRoute } from './strike-models-route.ts';
import { WireError } from './wire-error.ts';

const API_PREFIX = '/api/v1';
const CONTROL_PREFIX = '/__sim/';

/** The answer to a failure; what is no answer (a reset, an abort) is thrown on. */
function answerFailure(error: unknown, record: OpenRecord): Response {
  if (error instanceof WireError) {
    record.update({ status: error.status, outcome: 'failed' });
    return errorResponse(error);
  }
  if (error instanceof RawFailure) {
    record.update({ status: error.status, outcome: 'failed' });
    const headers = { ...error.headers, ...SIMULATOR_HEADERS };
    return new Response(error.body, { status: error.status, headers });
  }
  if (record.read().outcome === 'pending') record.update({ outcome: 'failed' });
  throw error;
}

/** What a browser page asks before it calls another origin. */
function preflight(): Response {
  const headers = {
    ...SIMULATOR_HEADERS,
    'access-control-allow-headers': '*, authorization',
    'access-control-allow-methods': '*',
  };
  return new Response(null, { status: 204, headers });
}

async function answer(call: Call, match: RouteMatch): Promise<Response> {
  strikeModelsRoute(call);
  const response = await match.route(call);
  // A chat answer settles its own record when its body ends.
  if (match.route !== completeChat)
    call.record.update({ status: response.status, outcome: 'served' });
  return response;
}

/**
 * Answers one request to the simulated API, on any host.
 * @throws ConnectionReset where a fault resets the connection, and the signal's reason where the caller gives up.
 */
export async function handleRequest(simulation: Simulation, request: Request): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight();
  const url = new URL(request.url);
  const isControl = url.pathname.includes(CONTROL_PREFIX);
  const from = isControl ? url.pathname.indexOf(CONTROL_PREFIX) : API_PREFIX.length;
  const path =
    isControl || url.pathname.startsWith(API_PREFIX) ? url.pathname.slice(from) : url.pathname;
  const match = findRoute(request.method, path, isControl);
  // Steering the simulator is no request to the API: it leaves no trace in the log.
  const record = simulation.log.open(request.method, path, !isControl);
  const key: Call['key'] = () =>
    simulation.accounts.authenticate(request.headers.get('authorization'));
  try {
    if (match === undefined)
      throw new WireError({
        status: 404,
        message: `The simulator has no route ${request.method} ${path}`,
      });
    return await answer({ simulation, request, url, record, key, params: match.params }, match);
  } catch (error) {
    return answerFailure(error, record);
  }
}
