import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { createSimulator } from '@tierwise/openrouter-simulator';
import { generateText, Output, wrapLanguageModel } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tierwise } from '../middleware.ts';

type Call = Pick<Parameters<typeof generateText>[0], 'output' | 'reasoning' | 'providerOptions'>;

/** The body that reaches the wire for a call through the wrapped model. */
async function bodyOf(call: Call = {}): Promise<Record<string, unknown>> {
  const bodies: string[] = [];
  const simulator = createSimulator();
  const provider = createOpenRouter({
    apiKey: 'sk-or-v1-test',
    fetch: (input, init) => {
      if (typeof init?.body === 'string') bodies.push(init.body);
      return simulator.fetch(input, init);
    },
  });
  const model = wrapLanguageModel({
    model: provider('openrouter/auto'),
    middleware: tierwise({ provider }),
  });
  await generateText({ ...call, model, prompt: 'Hello, how are you?' });
  return z.record(z.string(), z.unknown()).parse(JSON.parse(bodies[0] ?? ''));
}

describe('what reaches OpenRouter', () => {
  it('is the plain call when nothing special was asked', async () => {
    const body = await bodyOf();
    expect(body).not.toHaveProperty('provider');
    expect(body).not.toHaveProperty('reasoning');
  });

  it('asks for endpoints that know every parameter when a schema is needed', async () => {
    const body = await bodyOf({
      output: Output.object({ schema: z.object({ mood: z.string() }) }),
    });
    expect(body).toMatchObject({ provider: { require_parameters: true } });
  });

  it('maps reasoning to an effort that the chosen model offers', async () => {
    const body = await bodyOf({ reasoning: 'high' });
    const model = bundledCatalog().resolve(String(body['model'])).model;
    const { reasoning } = z.object({ reasoning: z.object({ effort: z.string() }) }).parse(body);
    expect(model.reasoning?.efforts ?? [reasoning.effort]).toContain(reasoning.effort);
  });

  it('names the session for sticky routing', async () => {
    expect(await bodyOf({ providerOptions: { tierwise: { session: 'chat-7' } } })).toMatchObject({
      session_id: 'chat-7',
    });
  });

  it('tightens privacy and never loosens it', async () => {
    const body = await bodyOf({
      providerOptions: {
        tierwise: { dataPolicy: 'zdr' },
        openrouter: { provider: { data_collection: 'allow', sort: 'price' } },
      },
    });
    expect(body).toMatchObject({ provider: { data_collection: 'deny', zdr: true, sort: 'price' } });
  });

  it('keeps the privacy that the caller wrote for OpenRouter', async () => {
    const body = await bodyOf({
      providerOptions: { openrouter: { provider: { zdr: true } } },
    });
    expect(body).toMatchObject({ provider: { zdr: true } });
  });
});
