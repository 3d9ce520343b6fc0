import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { generateText, streamText, type LanguageModel } from 'ai';
import { describe, expect, it } from 'vitest';
import {
  createRecorder,
  createReplay,
  createSimulator,
  createVirtualClock,
  type Recording,
} from '../src/index.ts';
import { MODEL } from './provider.ts';

const SECRET = 'sk-or-v1-0123456789abcdef';

const model = (fetch: typeof globalThis.fetch): LanguageModel =>
  createOpenRouter({ apiKey: SECRET, fetch })(MODEL);

/** A session of a whole answer, a streamed one and a failure, as a fixture file would hold it. */
async function record(): Promise<{ recording: Recording; texts: string[] }> {
  const simulator = createSimulator({ faults: [{ type: 'status', status: 429, nth: 3 }] });
  const recorder = createRecorder({ fetch: simulator.fetch });
  const whole = await generateText({ model: model(recorder.fetch), prompt: `my key is ${SECRET}` });
  const streamed = await streamText({ model: model(recorder.fetch), prompt: 'two' }).text;
  await generateText({ model: model(recorder.fetch), prompt: 'three', maxRetries: 0 }).catch(
    () => undefined,
  );
  const recording: Recording = JSON.parse(JSON.stringify(recorder.recording()));
  return { recording, texts: [whole.text, streamed] };
}

describe('a recorded session', () => {
  it('answers the same requests again, through the real provider', async () => {
    const { recording, texts } = await record();
    const fetch = createReplay(recording);
    const streamed = await streamText({ model: model(fetch), prompt: 'two' }).text;
    const whole = await generateText({ model: model(fetch), prompt: `my key is ${SECRET}` });
    expect(streamed).toBe(texts[1]);
    expect(whole.text).toBe(texts[0]?.replace(SECRET, '[redacted]'));
    await expect(
      generateText({ model: model(fetch), prompt: 'three', maxRetries: 0 }),
    ).rejects.toMatchObject({ statusCode: 429 });
  });

  it('holds no key, in no header, path or body', async () => {
    const { recording } = await record();
    expect(JSON.stringify(recording)).not.toContain(SECRET.slice(0, 12));
    expect(JSON.stringify(recording)).toContain('[redacted]');
  });

  it('says what it does not hold', async () => {
    const { recording } = await record();
    await expect(
      generateText({ model: model(createReplay(recording)), prompt: 'never asked', maxRetries: 0 }),
    ).rejects.toThrow(
      'The recording holds no answer to POST /api/v1/chat/completions with this body',
    );
  });

  it('can be replayed at the pace it was recorded at', async () => {
    const time = createVirtualClock();
    const exchange = {
      method: 'GET',
      path: '/api/v1/models',
      request: null,
      status: 200,
      headers: {},
      chunks: [
        { afterMs: 100, text: 'a' },
        { afterMs: 900, text: 'b' },
      ],
    };
    const recording: Recording = {
      version: 1,
      recordedAt: '2026-11-10T00:00:00Z',
      exchanges: [exchange],
    };
    const response = await createReplay(recording, { speed: 2, sleep: time.sleep })(
      'https://openrouter.ai/api/v1/models',
    );
    const text = response.text();
    await expect.poll(() => time.waiting()).toBe(1);
    await time.advance(499);
    expect(time.waiting()).toBe(1);
    await time.advance(1);
    expect(await text).toBe('ab');
  });
});
