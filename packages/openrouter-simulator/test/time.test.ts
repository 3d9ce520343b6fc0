import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { generateText, streamText } from 'ai';
import { describe, expect, it } from 'vitest';
import {
  createVirtualClock,
  type Fault,
  type SimulatorOptions,
  type VirtualClock,
} from '../src/index.ts';
import { MODEL, simulated } from './provider.ts';

const PROMPT = 'Tell me about rivers.';

function timed(options: SimulatorOptions): ReturnType<typeof simulated> & { time: VirtualClock } {
  const time = createVirtualClock();
  return { time, ...simulated({ clock: time.now, sleep: time.sleep, ...options }) };
}

/** Advances in steps until something settles; gives back how much virtual time that took. */
async function elapsed(
  time: VirtualClock,
  work: PromiseLike<unknown>,
  stepMs: number,
): Promise<number> {
  const startMs = time.now();
  const done = Promise.resolve(work).then(() => true);
  const step = (): Promise<boolean> => time.advance(stepMs).then(() => false);
  // Each step depends on what the one before set going.
  while (!(await Promise.race([done, step()])));
  return time.now() - startMs;
}

/** How long one call takes in virtual time. */
async function measure(options: SimulatorOptions, stepMs: number): Promise<number> {
  const { openrouter, time } = timed(options);
  return elapsed(time, streamText({ model: openrouter(MODEL), prompt: PROMPT }).text, stepMs);
}

/** The HTTP statuses of some calls, one after the other. */
async function statuses(options: SimulatorOptions, calls: number): Promise<number[]> {
  const { simulator, openrouter } = simulated(options);
  for (let call = 0; call < calls; call += 1) {
    // The order of the calls is what is tested.
    await generateText({ model: openrouter(MODEL), prompt: PROMPT, maxRetries: 0 }).catch(
      () => undefined,
    );
  }
  return simulator.requests().map((request) => request.status);
}

const withFault = (fault: Fault): ReturnType<typeof timed> => timed({ faults: [fault] });

describe('latency', () => {
  it('takes no time by default', async () => {
    const { openrouter, time } = timed({});
    await generateText({ model: openrouter(MODEL), prompt: PROMPT });
    expect(time.waiting()).toBe(0);
  });

  it("follows the endpoint's own percentiles at speed 1, and is the same for the same seed", async () => {
    const first = await measure({ speed: 1, seed: 7 }, 25);
    const again = await measure({ speed: 1, seed: 7 }, 25);
    const other = await measure({ speed: 1, seed: 8 }, 25);
    expect(first).toBe(again);
    expect(first).not.toBe(other);
    expect(first).toBeGreaterThan(300);
  });

  it('is ten times shorter at speed 10', async () => {
    const slow = await measure({ speed: 1 }, 20);
    const fast = await measure({ speed: 10 }, 2);
    expect(slow / fast).toBeGreaterThan(5);
  });

  it('sends keep-alive comments while the first token is awaited', async () => {
    const { simulator, time } = timed({ speed: 0.1 });
    const response = await simulator.fetch('https://openrouter.ai/api/v1/chat/completions', {
      method: 'POST',
      headers: { authorization: 'Bearer sk-test' },
      body: JSON.stringify({
        model: MODEL,
        stream: true,
        messages: [{ role: 'user', content: 'x' }],
      }),
    });
    const text = response.text();
    await elapsed(time, text, 500);
    expect((await text).match(/: OPENROUTER PROCESSING/g)?.length).toBeGreaterThan(2);
  });
});

describe('faults of time', () => {
  it.each([
    ['hang', { type: 'hang' }],
    ['stall', { type: 'stall', at: 'after-content' }],
  ] satisfies [string, Fault][])(
    '%s: a caller who gives up is noticed although memory was collected meanwhile',
    async (_name, fault) => {
      setFlagsFromString('--expose-gc');
      const collect: unknown = runInNewContext('gc');
      const { simulator } = simulated({ faults: [fault] });
      const controller = new AbortController();
      const asked = simulator
        .fetch('https://openrouter.ai/api/v1/chat/completions', {
          method: 'POST',
          headers: { authorization: 'Bearer sk-or-test' },
          body: JSON.stringify({
            model: MODEL,
            stream: true,
            messages: [{ role: 'user', content: 'hi' }],
          }),
          signal: controller.signal,
        })
        .then((response) => response.text());
      for (let count = 0; count < 5; count++) {
        await new Promise((resolve) => setImmediate(resolve));
        if (typeof collect === 'function') collect();
      }
      controller.abort();
      await expect(asked).rejects.toThrow(/abort/i);
      expect(simulator.requests()).toMatchObject([{ outcome: 'cancelled' }]);
    },
  );

  it('hang: nothing, not even headers, until the caller gives up', async () => {
    const { simulator, openrouter, time } = withFault({ type: 'hang' });
    const caller = new AbortController();
    const asked = generateText({
      model: openrouter(MODEL),
      prompt: PROMPT,
      abortSignal: caller.signal,
    });
    await time.advance(3_600_000);
    expect(simulator.requests()[0]).toMatchObject({ status: 0, outcome: 'pending' });
    caller.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    expect(simulator.requests()[0]).toMatchObject({
      outcome: 'cancelled',
      usage: { completionTokens: 0 },
    });
  });

  it.each(['before-content', 'after-content'] as const)(
    'stall %s: silence of the given length',
    async (at) => {
      const { openrouter, time } = withFault({ type: 'stall', at, ms: 30_000 });
      const stream = streamText({ model: openrouter(MODEL), prompt: PROMPT });
      expect(await elapsed(time, stream.text, 1000)).toBeGreaterThanOrEqual(30_000);
      expect(await stream.finishReason).toBe('stop');
    },
  );

  it('stall in a JSON answer: headers, then silence until the caller gives up', async () => {
    const { simulator, openrouter } = withFault({ type: 'stall', at: 'before-content' });
    const caller = new AbortController();
    const asked = generateText({
      model: openrouter(MODEL),
      prompt: PROMPT,
      abortSignal: caller.signal,
    });
    await expect.poll(() => simulator.requests()[0]?.status).toBe(200);
    caller.abort();
    await expect(asked).rejects.toThrow(/abort/i);
    await expect.poll(() => simulator.requests()[0]?.outcome).toBe('cancelled');
  });

  it('slow-headers: the answer begins late', async () => {
    const { openrouter, time } = withFault({ type: 'slow-headers', ms: 5_000 });
    const asked = generateText({ model: openrouter(MODEL), prompt: PROMPT });
    expect(await elapsed(time, asked, 500)).toBeGreaterThanOrEqual(5_000);
  });

  it('slow-drip: a pause before every event', async () => {
    const { openrouter, time } = withFault({ type: 'slow-drip', ms: 1_000 });
    const { text } = streamText({ model: openrouter(MODEL), prompt: PROMPT });
    expect(await elapsed(time, text, 500)).toBeGreaterThanOrEqual(10_000);
  });

  it('slow-close: all is said, and the connection stays open until the caller leaves', async () => {
    const { simulator } = withFault({ type: 'slow-close' });
    const caller = new AbortController();
    const response = await simulator.fetch('https://openrouter.ai/api/v1/chat/completions', {
      method: 'POST',
      signal: caller.signal,
      headers: { authorization: 'Bearer sk-test' },
      body: JSON.stringify({
        model: MODEL,
        stream: true,
        messages: [{ role: 'user', content: 'x' }],
      }),
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    while (!seen.includes('[DONE]')) {
      // A stream is read in order.
      seen += (await reader?.read())?.value ?? '';
    }
    caller.abort();
    await expect(reader?.read()).rejects.toThrow(/abort/i);
    // Nothing was lost: the call counts as served, and is paid.
    expect(simulator.requests()[0]).toMatchObject({ outcome: 'served' });
  });
});

describe('when a fault strikes', () => {
  it('the n-th call', async () => {
    const faults: Fault[] = [{ type: 'status', status: 503, nth: [2, 4] }];
    expect(await statuses({ faults }, 5)).toEqual([200, 503, 200, 503, 200]);
  });

  it('so many times', async () => {
    const faults: Fault[] = [{ type: 'status', status: 503, times: 2 }];
    expect(await statuses({ faults }, 4)).toEqual([503, 503, 200, 200]);
  });

  it('with a probability, the same for the same seed', async () => {
    const faults: Fault[] = [{ type: 'status', status: 503, probability: 0.5 }];
    const first = await statuses({ faults, seed: 3 }, 30);
    expect(await statuses({ faults, seed: 3 }, 30)).toEqual(first);
    const failures = first.filter((status) => status === 503).length;
    expect(failures).toBeGreaterThan(7);
    expect(failures).toBeLessThan(23);
  });

  it('in a window of time', async () => {
    const time = createVirtualClock(0);
    const { simulator, openrouter } = simulated({
      clock: time.now,
      faults: [{ type: 'status', status: 503, fromMs: 1000, untilMs: 2000 }],
    });
    for (let call = 0; call < 3; call += 1) {
      await generateText({ model: openrouter(MODEL), prompt: PROMPT, maxRetries: 0 }).catch(
        () => undefined,
      );
      await time.advance(1000);
    }
    expect(simulator.requests().map((request) => request.status)).toEqual([200, 503, 200]);
  });

  it('only the models it names', async () => {
    const { simulator, openrouter } = simulated({
      faults: [{ model: 'google/*', type: 'status', status: 503 }],
    });
    await generateText({ model: openrouter(MODEL), prompt: PROMPT, maxRetries: 0 }).catch(
      () => undefined,
    );
    await generateText({ model: openrouter('openai/gpt-5.6-sol'), prompt: PROMPT });
    expect(simulator.requests().map((request) => request.status)).toEqual([503, 200]);
  });

  it('one provider, and the next one answers', async () => {
    const { simulator, openrouter } = simulated({
      faults: [{ provider: 'qwen', type: 'status', status: 502 }],
    });
    const model = openrouter('qwen/qwen3.8-27b', {
      provider: { order: ['qwen', 'simulated-south'] },
    });
    const { text } = await generateText({ model, prompt: PROMPT });
    expect(text).not.toBe('');
    expect(
      simulator.requests()[0]?.attempts.map((attempt) => [attempt.provider, attempt.status]),
    ).toEqual([
      ['Qwen', 502],
      ['Simulated South', 200],
    ]);
  });
});
