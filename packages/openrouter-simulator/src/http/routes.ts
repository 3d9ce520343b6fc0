import { getCredits } from '../account/get-credits.ts';
import { getGeneration } from '../account/get-generation.ts';
import { getKey } from '../account/get-key.ts';
import { listActivity } from '../account/list-activity.ts';
import { getModel, listEndpoints } from '../catalog/get-model.ts';
import {
  countModels,
  listEmbeddingModels,
  listModels,
  listUserModels,
} from '../catalog/list-models.ts';
import { listProviders } from '../catalog/list-providers.ts';
import { listZdrEndpoints } from '../catalog/list-zdr-endpoints.ts';
import { completeChat } from '../chat/complete-chat.ts';
import { deleteFaults, getRequests, getState, postFaults } from '../control/control-routes.ts';
import { createEmbeddings } from '../embeddings/create-embeddings.ts';
import type { Route } from './call.ts';

/** Below `/api/v1`; `:name` takes one step of the path. */
export const API_ROUTES: readonly (readonly [method: string, pattern: string, route: Route])[] = [
  ['POST', '/chat/completions', completeChat],
  ['POST', '/embeddings', createEmbeddings],
  ['GET', '/models', listModels],
  ['GET', '/models/count', countModels],
  ['GET', '/models/user', listUserModels],
  ['GET', '/models/:author/:slug/endpoints', listEndpoints],
  ['GET', '/model/:author/:slug', getModel],
  ['GET', '/embeddings/models', listEmbeddingModels],
  ['GET', '/endpoints/zdr', listZdrEndpoints],
  ['GET', '/providers', listProviders],
  ['GET', '/key', getKey],
  ['GET', '/credits', getCredits],
  ['GET', '/generation', getGeneration],
  ['GET', '/activity', listActivity],
];

/** For programs that reach the simulator over HTTP. */
const CONTROL_ROUTES: typeof API_ROUTES = [
  ['GET', '/__sim/state', getState],
  ['GET', '/__sim/requests', getRequests],
  ['POST', '/__sim/faults', postFaults],
  ['DELETE', '/__sim/faults', deleteFaults],
];

/** A route and the values of its `:names`. */
export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

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

/** Finds the route of a request; control routes answer on any prefix. */
export function findRoute(
  method: string,
  path: string,
  isControl: boolean,
): RouteMatch | undefined {
  for (const [routeMethod, pattern, route] of isControl ? CONTROL_ROUTES : API_ROUTES) {
    const params = routeMethod === method ? matchPath(pattern, path) : undefined;
    if (params !== undefined) return { route, params };
  }
  return undefined;
}
