import { parseEndpoints } from '@tierwise/catalog/endpoints';
import { NoCandidateError } from '@tierwise/selector';
import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { createSimulator } from '@tierwise/openrouter-simulator';
import { generateText, wrapLanguageModel } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tierwise, type TierwiseCallOptions, type TierwiseOptions } from './index.ts';

const MODEL = 'openai/gpt-4.1-nano';

const { endpoints } = parseEndpoints(
  {
    data: ['azure/eu', 'openai/us', 'openai'].map((tag) => ({
      model_id: MODEL,
      provider_name: tag,
      tag,
      pricing: { prompt: '0.0000001', completion: '0.0000004' },
    })),
  },
  { asOf: '2026-08-13' },
);

const bodySchema = z.object({
  model: z.string(),
  provider: z.record(z.string(), z.unknown()).optional(),
});

interface AskOptions {
  readonly steering?: TierwiseCallOptions;
  readonly only?: string[];
  readonly options?: Partial<TierwiseOptions>;
}

/** The bodies that reach the wire for a call; the answers do not matter. */
async function ask({ steering, only, options }: AskOptions): Promise<z.infer<typeof bodySchema>[]> {
  const bodies: z.infer<typeof bodySchema>[] = [];
  const simulator = createSimulator({ faults: [{ type: 'status', status: 503 }] });
  const provider = createOpenRouter({
    apiKey: 'sk-or-v1-test',
    fetch: (input, init) => {
      if (typeof init?.body === 'string') bodies.push(bodySchema.parse(JSON.parse(init.body)));
      return simulator.fetch(input, init);
    },
  });
  const model = wrapLanguageModel({
    model: provider('openrouter/auto'),
    middleware: tierwise({ provider, endpoints, ...options }),
  });
  const given = only === undefined ? {} : { openrouter: { provider: { only } } };
  await generateText({
    model,
    prompt: 'Hello, how are you?',
    providerOptions: { tierwise: { ...steering }, ...given },
  }).catch((error: unknown) => {
    if (NoCandidateError.isInstance(error)) throw error;
  });
  return bodies;
}

describe('a region', () => {
  it('pins each attempt to the endpoints that are known to be there', async () => {
    const [body] = await ask({ steering: { region: 'eu', models: [MODEL] } });
    expect(body).toMatchObject({ model: MODEL, provider: { only: ['azure/eu'] } });
  });

  it("narrows the caller's own list, and never widens it", async () => {
    const steering: TierwiseCallOptions = { region: 'us', models: [MODEL] };
    const [body] = await ask({ steering, only: ['openai', 'azure/eu'] });
    expect(body?.provider).toMatchObject({ only: ['openai/us'] });
    expect(await ask({ steering, only: ['azure/eu'] })).toEqual([]);
  });

  it('leaves models to strictRegion of which nobody knows where they are', async () => {
    const [loose] = await ask({ steering: { region: 'eu', deny: [MODEL] } });
    expect(loose?.provider?.['only']).toBeUndefined();
    await expect(
      ask({ steering: { region: 'eu', strictRegion: true, deny: [MODEL] } }),
    ).rejects.toThrow(/dropped by "region".*"endpoints"/);
  });

  it('binds the wrapped model as a last resort, as the data policy does', async () => {
    const options: AskOptions['options'] = { lastResort: 'wrapped', policy: { models: [MODEL] } };
    const loose = await ask({ options, steering: { dataPolicy: 'zdr' } });
    const last = loose.find(({ model }) => model === 'openrouter/auto');
    expect(last).toMatchObject({ provider: { zdr: true } });
    const strict = await ask({ options, steering: { region: 'eu', strictRegion: true } });
    expect(new Set(strict.map(({ model }) => model))).toEqual(new Set([MODEL]));
  });
});
