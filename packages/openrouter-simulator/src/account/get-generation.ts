import type { Route } from '../http/call.ts';
import { jsonResponse } from '../http/respond.ts';
import { WireError } from '../http/wire-error.ts';

/** `GET /generation?id=`. */
export const getGeneration: Route = ({ simulation, url, key }) => {
  key();
  const id = url.searchParams.get('id') ?? '';
  const generation = simulation.generations.get(id);
  if (generation === undefined)
    throw new WireError({
      status: 404,
      message: `Generation ${id} not found`,
      metadata: { error_type: 'not_found' },
    });
  return jsonResponse({ data: generation });
};
