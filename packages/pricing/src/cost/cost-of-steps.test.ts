import { describe, expect, it } from 'vitest';
import { costOfSteps } from './cost-of-steps.ts';

const prices = { rates: { input: '0.000001', output: '0.000004' }, overrides: [], dynamic: false };

function modelOf(id: string | undefined): { id: string; prices: typeof prices } | undefined {
  return id === 'acme/one' ? { id, prices } : undefined;
}

function step(
  modelId: string,
  raw: Record<string, unknown>,
): { usage: unknown; response: { modelId: string } } {
  return { usage: { inputTokens: 1, outputTokens: 1, raw }, response: { modelId } };
}

describe('costOfSteps', () => {
  const computed = step('acme/one', { prompt_tokens: 100, completion_tokens: 10 });
  const reported = step('other/two', { prompt_tokens: 100, completion_tokens: 10, cost: 0.25 });

  it('prices each step by the model that served it, and by the report where the model is not known', () => {
    expect(costOfSteps({ steps: [computed, reported], modelOf })).toMatchObject({
      usd: '0.25014',
      unknownCount: 0,
      steps: [{ source: 'computed' }, { source: 'reported' }],
    });
  });

  it('knows no total when a step was aborted', () => {
    const aborted = { usage: undefined };
    expect(costOfSteps({ steps: [computed, aborted], modelOf })).toMatchObject({
      usd: null,
      atLeastUsd: '0.00014',
      unknownCount: 1,
    });
  });
});
