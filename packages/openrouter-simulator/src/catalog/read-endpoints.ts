import { isRecord } from '../http/json.ts';
import { defaultEndpoint } from './default-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import type { Model } from './model.ts';

/** Reads a body of the shape of `GET /endpoints/zdr` (`{ data: Endpoint[] }`) into a list by model id. */
export function readEndpoints(
  body: unknown,
  models: readonly Model[],
): ReadonlyMap<string, readonly Endpoint[]> {
  const rows = isRecord(body) ? body['data'] : body;
  if (!Array.isArray(rows))
    throw new TypeError('Endpoints are a body like that of GET /endpoints/zdr: { "data": [ … ] }.');
  const modelById = new Map(models.map((model) => [model.id, model]));
  const byModel = new Map<string, Endpoint[]>();
  for (const row of rows) {
    const id = isRecord(row) ? row['model_id'] : undefined;
    const model = typeof id === 'string' ? modelById.get(id) : undefined;
    if (model === undefined || !isRecord(row)) continue;
    // Fields a row leaves out are those of the model's own default endpoint.
    const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
    const endpoint = Object.assign({}, defaultEndpoint(model), given);
    byModel.set(model.id, [...(byModel.get(model.id) ?? []), endpoint]);
  }
  return byModel;
}
