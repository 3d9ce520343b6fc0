import type { Call, Route } from '../http/call.ts';
import { jsonResponse } from '../http/respond.ts';
import { WireError } from '../http/wire-error.ts';
import { splitVariant } from '../routing/resolve-model.ts';
import type { Model } from './model.ts';

/** The model of `/{author}/{slug}`, by id, canonical slug, alias or routing variant. @throws WireError 404. */
function findModel({ simulation, params }: Call): Model {
  const id = `${params['author']}/${params['slug']}`;
  const { catalog } = simulation;
  const { base } = splitVariant(id);
  const found =
    catalog.get(id) ??
    catalog.get(base) ??
    catalog.models().find((model) => model.canonical_slug === base);
  if (found === undefined)
    throw new WireError({
      status: 404,
      message: `Model ${id} not found`,
      metadata: { error_type: 'not_found' },
    });
  return found;
}

/** `GET /model/{author}/{slug}`. */
export const getModel: Route = (call) => jsonResponse({ data: findModel(call) });

/** `GET /models/{author}/{slug}/endpoints`. */
export const listEndpoints: Route = (call) => {
  const { id, name, created, architecture, ...model } = findModel(call);
  const endpoints = call.simulation.catalog.endpointsOf({
    ...model,
    id,
    name,
    created,
    architecture,
  });
  return jsonResponse({ data: { id, name, created, description: '', architecture, endpoints } });
};
