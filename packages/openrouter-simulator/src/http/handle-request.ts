import { completeChat } from '../chat/complete-chat.ts';
import { listModels } from '../catalog/list-models.ts';
import { RawFailure } from '../faults/raise-fault.ts';
import type { OpenRecord } from '../log/request-log.ts';
import type { Simulation } from '../simulation.ts';
import type { Call, Route } from './call.ts';
import { errorResponse, SIMULATOR_HEADERS } from './respond.ts';
import { WireError } from './wire-error.ts';

const ROUTES: readonly (readonly [method: string, pattern: string, route: Route])[] = [
  ['POST', '/chat/completions', completeChat],
  ['GET', '/models', listModels],
];

const PREFIX = '/api/v1';

interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Parameters of a path such as `/models/:author/:slug/endpoints`; undefined when it is another path. */
function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, step] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? '');
    if (step.startsWith(':')) params[step.slice(1)] = value;
    else if (step !== value) return undefined;
  }
  return params;
}

function findRoute(method: string, path: string): Match | undefined {
  for (const [routeMethod, pattern, route] of ROUTES) {
    const params = routeMethod === method ? matchPath(pattern, path) : undefined;
    if (params !== undefined) return { route, params };
  }
  return undefined;
}

const notFound = (method: string, path: string): WireError =>
  new WireError({ status: 404, message: `The simulator has no route ${method} ${path}` });

/** The answer to a failure; what is no answer (a reset, an abort) is thrown on. */
function answerFailure(error: unknown, record: OpenRecord): Response {
  if (error instanceof WireError) {
    record.update({ status: error.status, outcome: 'failed' });
    return errorResponse(error);
  }
  if (error instanceof RawFailure) {
    record.update({ status: error.status, outcome: 'failed' });
    return new Response(error.body, {
      status: error.status,
      headers: { ...error.headers, ...SIMULATOR_HEADERS },
    });
  }
  if (record.read().outcome === 'pending') record.update({ outcome: 'failed' });
  throw error;
}

/**
 * Answers one request to the simulated API.
 * @throws ConnectionReset where a fault resets the connection, and the signal's reason where the caller gives up.
 */
export async function handleRequest(simulation: Simulation, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.startsWith(PREFIX) ? url.pathname.slice(PREFIX.length) : url.pathname;
  if (request.method === 'OPTIONS')
    return new Response(null, {
      status: 204,
      headers: {
        ...SIMULATOR_HEADERS,
        'access-control-allow-headers': '*',
        'access-control-allow-methods': '*',
      },
    });
  const match = findRoute(request.method, path);
  const record = simulation.log.open(request.method, path);
  const key = (): ReturnType<Call['key']> =>
    simulation.accounts.authenticate(request.headers.get('authorization'));
  try {
    if (match === undefined) throw notFound(request.method, path);
    const call: Call = { simulation, request, url, record, key, params: match.params };
    const response = await match.route(call);
    const outcome = record.read().outcome;
    record.update({ status: response.status });
    // A chat answer settles its own record when its body ends.
    if (outcome === 'pending' && match.route !== completeChat) record.update({ outcome: 'served' });
    return response;
  } catch (error) {
    return answerFailure(error, record);
  }
}
