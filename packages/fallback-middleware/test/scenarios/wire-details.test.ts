import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { generateText, streamText } from 'ai';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFallbackModel, FallbackExhaustedError, type CallReport } from '../../src/index.ts';
import { caught } from '../support/caught.ts';
import { healthy } from '../support/models.ts';
import { primaryId, secondaryId, wire } from '../support/wire.ts';

interface Streamed {
  readonly text: string;
  readonly errors: readonly unknown[];
  readonly report: CallReport | undefined;
}

/** One stream over a primary that answers with these events, and a healthy second candidate. */
async function streamOf(...events: string[]): Promise<Streamed> {
  const body = events.map((event) => `data: ${event}\n\n`).join('');
  const openrouter = createOpenRouter({
    apiKey: 'sk-or-test',
    fetch: async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
  });
  const errors: unknown[] = [];
  let report: CallReport | undefined;
  const model = createFallbackModel({
    models: [openrouter(primaryId), healthy('b')],
    events: { onCallEnd: (end) => void (report = end.report) },
  });
  const onError = ({ error }: { error: unknown }): void => void errors.push(error);
  const text = await streamText({ model, prompt: 'hi', onError }).text;
  return { text, errors, report };
}

function chunk(rest: object): string {
  return JSON.stringify({ id: 'gen-1', model: primaryId, provider: 'Upstream', ...rest });
}

function choice(delta: object, finishReason: string | null = null): string {
  return chunk({ choices: [{ index: 0, delta, finish_reason: finishReason }] });
}

const text = choice({ role: 'assistant', content: 'hello' });

describe('details of the wire', () => {
  test('S7 a first chunk that is not JSON goes to the next candidate', async () => {
    const { text: told, errors, report } = await streamOf('{"id":"gen-1","choi', text, '[DONE]');
    expect([told, errors]).toEqual(['text of b', []]);
    expect(report?.attempts).toMatchObject([
      { outcome: 'failed', failure: { class: 'upstream-error' } },
      { outcome: 'served' },
    ]);
  });

  test('S13 a last chunk with usage and no choices is taken', async () => {
    const usage = { prompt_tokens: 7, completion_tokens: 11, total_tokens: 18, cost: 0.5 };
    const { text: told, report } = await streamOf(
      text,
      choice({}, 'stop'),
      chunk({ choices: [], usage }),
      '[DONE]',
    );
    expect(told).toBe('hello');
    expect(report?.attempts).toMatchObject([
      {
        outcome: 'served',
        usage: { inputTokens: { total: 7 }, outputTokens: { total: 11 } },
        providerMetadata: { openrouter: { usage: { cost: 0.5 } } },
      },
    ]);
  });

  test.each(['generate', 'stream'] as const)(
    'P5 usage above max_tokens is told as it came, %s',
    async (kind) => {
      const over = wire({ type: 'wrong-usage', factor: 1_000 });
      let report: CallReport | undefined;
      const model = createFallbackModel({
        models: [over.openrouter(primaryId)],
        events: { onCallEnd: (end) => void (report = end.report) },
      });
      const call = { model, prompt: 'hi', maxOutputTokens: 64 };
      const result = kind === 'generate' ? await generateText(call) : streamText(call);
      const told = (await result.usage).outputTokens;
      expect(told).toBeGreaterThanOrEqual(1_000);
      expect(report?.attempts).toMatchObject([
        { outcome: 'served', usage: { outputTokens: { total: told } } },
      ]);
    },
  );
});

describe('G3 a missing API key', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('fails at the first use with the variable’s name, and no other model of the account is asked', async () => {
    vi.stubEnv('OPENROUTER_API_KEY', undefined);
    let requests = 0;
    const openrouter = createOpenRouter({
      fetch: async () => {
        requests += 1;
        return new Response();
      },
    });
    const model = createFallbackModel({ models: [openrouter(primaryId), openrouter(secondaryId)] });
    const error = await caught(generateText({ model, prompt: 'hi' }));
    if (!FallbackExhaustedError.isInstance(error)) throw error;
    expect(error.message).toContain('OPENROUTER_API_KEY');
    expect(error.report.attempts.filter(({ outcome }) => outcome === 'failed')).toMatchObject([
      { failure: { class: 'auth' } },
    ]);
    expect(requests).toBe(0);
  });
});
