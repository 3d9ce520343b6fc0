import { describe, expect, it } from 'vitest';
import { createSimulator, createVirtualClock, type Simulator } from '../src/index.ts';
import { chat } from './ask.ts';

const LONG = 'A long and steady text that stands before every question. '.repeat(120);
const RATES = { prompt: '0.000003', completion: '0.000015', input_cache_read: '0.0000003' };
const WRITES = { ...RATES, input_cache_write: '0.00000375', input_cache_write_1h: '0.000006' };
const CATALOG = {
  data: [
    { id: 'openai/old', pricing: RATES, context_length: 100_000 },
    { id: 'openai/new', pricing: WRITES, context_length: 100_000 },
    { id: 'anthropic/claude', pricing: WRITES, context_length: 100_000 },
    { id: 'google/gemini', pricing: WRITES, context_length: 100_000 },
    {
      id: 'mistral/none',
      pricing: { prompt: '0.000001', completion: '0.000001' },
      context_length: 100_000,
    },
    {
      id: 'meta/hosted',
      name: 'Meta: Hosted',
      hugging_face_id: 'meta/hosted',
      pricing: RATES,
      context_length: 100_000,
    },
  ],
};

interface Cached {
  readonly read: number;
  readonly write: number;
  readonly cost: number;
}

type Marked = 'unmarked' | '5m' | '1h';

/** Asks a question behind the long text, which may carry a cache mark. */
async function question(
  simulator: Simulator,
  model: string,
  marked: Marked,
  text: string,
  more: object = {},
): Promise<Cached> {
  const control =
    marked === 'unmarked' ? {} : { cache_control: { type: 'ephemeral', ttl: marked } };
  const messages = [
    { role: 'system', content: [{ type: 'text', text: LONG, ...control }] },
    { role: 'user', content: text },
  ];
  const { body } = await chat(simulator, model, { messages, ...more });
  const { cached_tokens: read, cache_write_tokens: write } = body.usage.prompt_tokens_details;
  return { read, write, cost: body.usage.cost };
}

function create(): { simulator: Simulator; time: ReturnType<typeof createVirtualClock> } {
  const time = createVirtualClock();
  return { time, simulator: createSimulator({ catalog: CATALOG, clock: time.now }) };
}

describe('prompt caching', () => {
  it('reads the common beginning of the second prompt, which makes it cheaper', async () => {
    const { simulator } = create();
    const first = await question(simulator, 'openai/old', 'unmarked', 'one');
    const second = await question(simulator, 'openai/old', 'unmarked', 'two');
    expect([first.read, first.write, second.write]).toEqual([0, 0, 0]);
    expect(second.read).toBeGreaterThan(1024);
    expect(second.cost).toBeLessThan(first.cost / 2);
  });

  it('forgets after five minutes without use', async () => {
    const { simulator, time } = create();
    await question(simulator, 'openai/old', 'unmarked', 'one');
    await time.advance(4 * 60_000);
    expect((await question(simulator, 'openai/old', 'unmarked', 'two')).read).toBeGreaterThan(0);
    await time.advance(6 * 60_000);
    expect((await question(simulator, 'openai/old', 'unmarked', 'three')).read).toBe(0);
  });

  it('counts the write where the vendor charges for it', async () => {
    const { simulator } = create();
    const first = await question(simulator, 'openai/new', 'unmarked', 'one');
    const second = await question(simulator, 'openai/new', 'unmarked', 'two');
    expect(first.write).toBeGreaterThan(1024);
    expect(second.read + second.write).toBeGreaterThanOrEqual(first.write);
  });

  it('does nothing for Claude unless marked; then writes once and reads after', async () => {
    const { simulator } = create();
    const unmarked = await question(simulator, 'anthropic/claude', 'unmarked', 'one');
    const first = await question(simulator, 'anthropic/claude', '5m', 'one');
    const second = await question(simulator, 'anthropic/claude', '5m', 'two');
    expect([unmarked.read, unmarked.write, first.read]).toEqual([0, 0, 0]);
    expect([second.read, second.write]).toEqual([first.write, 0]);
    expect(second.cost).toBeLessThan(unmarked.cost);
    expect(first.cost).toBeGreaterThan(unmarked.cost);
  });

  it('keeps an hourly mark for an hour, at its own price', async () => {
    const { simulator, time } = create();
    const minutes = await question(simulator, 'anthropic/claude', '5m', 'one');
    const hourly = await question(create().simulator, 'anthropic/claude', '1h', 'one');
    expect(hourly.cost).toBeGreaterThan(minutes.cost);
    const other = createSimulator({ catalog: CATALOG, clock: time.now });
    await question(other, 'anthropic/claude', '1h', 'one');
    await time.advance(50 * 60_000);
    expect((await question(other, 'anthropic/claude', '1h', 'two')).read).toBeGreaterThan(0);
  });

  it('reports the same tokens as written and as read when Gemini fills an explicit cache', async () => {
    const { simulator } = create();
    const first = await question(simulator, 'google/gemini', '5m', 'one');
    const second = await question(simulator, 'google/gemini', '5m', 'two');
    expect(first.read).toBe(first.write);
    expect(first.read).toBeGreaterThan(1024);
    expect(second).toMatchObject({ read: first.read, write: 0 });
  });

  it('is not for short prompts, nor for models without a cache rate', async () => {
    const { simulator } = create();
    await chat(simulator, 'openai/old');
    const { body } = await chat(simulator, 'openai/old');
    expect(body.usage.prompt_tokens_details.cached_tokens).toBe(0);
    await question(simulator, 'mistral/none', 'unmarked', 'one');
    expect((await question(simulator, 'mistral/none', 'unmarked', 'two')).read).toBe(0);
  });

  it('keeps a session with the endpoint that has its cache', async () => {
    const { simulator } = create();
    for (let turn = 0; turn < 8; turn += 1)
      // Turns follow one another.
      await question(simulator, 'meta/hosted', 'unmarked', `turn ${turn}`, {
        session_id: 'chat-7',
      });
    expect(new Set(simulator.requests().map((request) => request.provider)).size).toBe(1);
  });
});
