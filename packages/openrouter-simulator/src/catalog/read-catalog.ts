import { isRecord, stringList } from '../http/json.ts';
import type { Model, Pricing } from './model.ts';

const numberOrNull = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

function readArchitecture(value: unknown): Model['architecture'] {
  const given = isRecord(value) ? value : {};
  const inputs = stringList(given['input_modalities']);
  const outputs = stringList(given['output_modalities']);
  return {
    tokenizer: 'Other',
    instruct_type: null,
    modality: null,
    ...given,
    input_modalities: inputs.length > 0 ? inputs : ['text'],
    output_modalities: outputs.length > 0 ? outputs : ['text'],
  };
}

function readModel(row: unknown): Model {
  if (!isRecord(row) || typeof row['id'] !== 'string' || !isRecord(row['pricing']))
    throw new TypeError(
      `A catalogue row needs a string "id" and a "pricing" object; got ${JSON.stringify(row)?.slice(0, 80)}.`,
    );
  const top = isRecord(row['top_provider']) ? row['top_provider'] : {};
  const slug = typeof row['canonical_slug'] === 'string' ? row['canonical_slug'] : row['id'];
  return {
    name: row['id'],
    created: 0,
    hugging_face_id: null,
    knowledge_cutoff: null,
    expiration_date: null,
    default_parameters: {},
    supported_voices: null,
    links: { details: `/api/v1/models/${slug}/endpoints` },
    ...row,
    id: row['id'],
    canonical_slug: slug,
    context_length: numberOrNull(row['context_length']),
    per_request_limits: null,
    supported_parameters: stringList(row['supported_parameters']),
    architecture: readArchitecture(row['architecture']),
    // A price nobody gave is unknown (-1), not free.
    pricing: { prompt: '-1', completion: '-1', ...(row['pricing'] as Partial<Pricing>) },
    top_provider: {
      context_length: numberOrNull(top['context_length']),
      max_completion_tokens: numberOrNull(top['max_completion_tokens']),
      is_moderated: top['is_moderated'] === true,
    },
  };
}

/**
 * Reads a body of the shape of `GET /models`, filling in the fields that a compact body leaves out.
 * @throws TypeError when the body holds no list, or a row has no id or no prices.
 */
export function readCatalog(body: unknown): Model[] {
  const rows = isRecord(body) ? body['data'] : body;
  if (!Array.isArray(rows))
    throw new TypeError('A catalogue is a body like that of GET /models: { "data": [ … ] }.');
  return rows.map(readModel);
}
