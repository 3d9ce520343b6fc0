import { describe, expect, test } from 'vitest';
import type { CandidateFacts } from '../candidate/candidate-facts.ts';
import type { CallNeed } from './call-need.ts';
import { misfitOf } from './misfit-of.ts';

const plain: CallNeed = {
  inputTokens: 1_000,
  outputTokens: 500,
  modalities: new Set(['text']),
  tools: false,
  structuredOutput: false,
};

describe('why a model cannot take a call', () => {
  test.each<[CandidateFacts, Partial<CallNeed>, string]>([
    [{ contextTokens: 1_499 }, {}, 'its window of 1499 tokens is smaller than the 1500 needed'],
    [{ maxOutputTokens: 499 }, {}, 'it gives at most 499 tokens, fewer than the 500 reserved'],
    [
      { inputModalities: ['text'] },
      { modalities: new Set(['image']) },
      'it does not read image input',
    ],
    [{ tools: false }, { tools: true }, 'it takes no tools'],
    [{ structuredOutput: false }, { structuredOutput: true }, 'it gives no structured output'],
  ])('%j', (facts, need, reason) => {
    expect(misfitOf(facts, { ...plain, ...need })).toBe(reason);
  });

  test.each<[CandidateFacts, Partial<CallNeed>]>([
    [{}, { tools: true, structuredOutput: true, modalities: new Set(['video']) }],
    [{ contextTokens: 1_500, maxOutputTokens: 500 }, {}],
    [{ maxOutputTokens: 100 }, { outputTokens: 0 }],
  ])(
    '%j has nothing against it: what is unknown or not reserved excludes nobody',
    (facts, need) => {
      expect(misfitOf(facts, { ...plain, ...need })).toBeUndefined();
    },
  );
});
