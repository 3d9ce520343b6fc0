import type { Model } from './model.ts';
import { parseModelId } from './parse/parse-model-id.ts';

/** A model for tests: a plain text model, changed by `fields`. */
export function testModel(fields: Partial<Model> = {}): Model {
  const id = fields.id ?? 'acme/one';
  const parts = parseModelId(id);
  return {
    id,
    name: id,
    vendor: parts?.vendor ?? 'acme',
    variant: parts?.variant ?? null,
    canonicalSlug: null,
    aliasOf: null,
    createdOn: '2026-01-01',
    contextTokens: 128_000,
    maxOutputTokens: 8000,
    inputModalities: ['text'],
    outputModalities: ['text'],
    capabilities: [],
    parameters: [],
    reasoning: null,
    tokenizer: null,
    prices: { rates: { input: '0.000001', output: '0.000004' }, overrides: [], dynamic: false },
    expiresOn: null,
    knowledgeCutoff: null,
    moderated: null,
    openWeights: null,
    asOf: '2026-08-16',
    ...fields,
  };
}
