import type { Model } from '@tierwise/catalog';

/** A plain text model for tests: economy-priced, able to do everything, with the given facts changed. */
export function testModel(facts: Partial<Model> & Pick<Model, 'id'>): Model {
  return {
    name: facts.id,
    vendor: facts.id.split('/', 1)[0] ?? '',
    variant: facts.id.includes(':') ? (facts.id.split(':')[1] ?? null) : null,
    canonicalSlug: null,
    aliasOf: null,
    createdOn: '2026-06-01',
    contextTokens: 131_072,
    maxOutputTokens: 32_768,
    inputModalities: ['text'],
    outputModalities: ['text'],
    capabilities: ['tools', 'tool-choice', 'structured-output', 'json-object', 'reasoning'],
    parameters: [],
    reasoning: null,
    tokenizer: null,
    prices: { rates: { input: '0.000001', output: '0.000002' }, overrides: [], dynamic: false },
    expiresOn: null,
    knowledgeCutoff: null,
    moderated: false,
    openWeights: false,
    asOf: '2026-11-10',
    ...facts,
  };
}

/** Prices in USD per 1M tokens as whole numbers or simple fractions, for readable tests. */
export function testPrices(input: string, output: string): Model['prices'] {
  return { rates: { input, output }, overrides: [], dynamic: false };
}
