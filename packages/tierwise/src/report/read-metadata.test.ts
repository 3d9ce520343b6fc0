import { createLearner } from '@tierwise/selector/learn';
import { generateText, RetryError, streamText } from 'ai';
import { describe, expect, it } from 'vitest';
import { tierwiseMetadata } from '../index.ts';
import { serveSimulator } from '../testing/serve-simulator.ts';
import { EASY, HARD, wrapped } from '../testing/wrapped-model.ts';

const STORY = {
  decision: { task: 'chat', candidates: expect.arrayContaining([expect.anything()]) },
  attempts: expect.arrayContaining([expect.objectContaining({ outcome: 'failed' })]),
  served: null,
  cost: { usd: '0', source: 'reported' },
};

describe('the story of a call that nobody answered', () => {
  it.each([0, 2])('is on the error, with maxRetries: %i', async (maxRetries) => {
    const served = await serveSimulator({ faults: [{ type: 'status', status: 503 }] });
    const call = generateText({ model: wrapped(served), prompt: EASY, maxRetries });
    const failure: unknown = await call.catch((error: unknown) => error);
    expect(tierwiseMetadata(failure)).toMatchObject(STORY);
  });

  it('is on the error of a stream', async () => {
    const served = await serveSimulator({ faults: [{ type: 'status', status: 503 }] });
    const errors: unknown[] = [];
    const result = streamText({
      model: wrapped(served),
      prompt: EASY,
      onError: ({ error }) => void errors.push(error),
    });
    await result.consumeStream();
    expect(errors.map(tierwiseMetadata)).toMatchObject([STORY]);
  });

  it('is found inside an error that wraps it, and stays out of logs', async () => {
    const served = await serveSimulator({ faults: [{ type: 'status', status: 503 }] });
    const call = generateText({ model: wrapped(served), prompt: EASY });
    const failure: unknown = await call.catch((error: unknown) => error);
    const errors = [failure];
    const retried = new RetryError({ message: 'gave up', reason: 'maxRetriesExceeded', errors });
    expect(tierwiseMetadata(retried)).toBe(tierwiseMetadata(failure));
    expect(tierwiseMetadata(new Error('no answer', { cause: failure }))).toBeDefined();
    expect(JSON.stringify(failure)).not.toContain('decision');
  });

  it.each([undefined, null, 'text', new Error('another'), { openrouter: {} }])(
    'is not there in %s',
    (source) => {
      expect(tierwiseMetadata(source)).toBeUndefined();
    },
  );
});

describe('a learner that throws', () => {
  it('costs neither the answer nor its story, and the hook for such errors hears of it', async () => {
    const served = await serveSimulator();
    const broken = new Error('the disk is full');
    const learner = {
      ...createLearner(),
      record: () => {
        throw broken;
      },
    };
    const heard: unknown[] = [];
    const { providerMetadata } = await generateText({
      model: wrapped(served, {
        escalate: true,
        learner,
        maxCandidates: 2,
        fallback: { events: { onHookError: (...said: unknown[]) => heard.push(said) } },
      }),
      prompt: HARD,
      maxOutputTokens: 5,
    });
    expect(tierwiseMetadata(providerMetadata)?.attempts).toHaveLength(2);
    expect(heard).toEqual([[broken, 'learner']]);
  });
});
