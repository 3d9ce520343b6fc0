import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator, SIMULATED_MARK, type Listening } from '../src/index.ts';
import { MODEL } from './provider.ts';

const simulator = createSimulator();
let server: Listening;
beforeAll(async () => {
  server = await simulator.listen();
});
afterAll(() => server.close());

const client = (): OpenAI =>
  new OpenAI({ apiKey: 'sk-test', baseURL: server.baseUrl, maxRetries: 0 });
const messages = [{ role: 'user' as const, content: 'Hello' }];

describe("OpenAI's client, on the simulator's port", () => {
  it('gets an answer', async () => {
    const { choices, usage } = await client().chat.completions.create({ model: MODEL, messages });
    expect(choices[0]?.message.content).toContain(SIMULATED_MARK);
    expect(usage?.total_tokens).toBeGreaterThan(10);
  });

  it('gets a stream', async () => {
    const stream = await client().chat.completions.create({ model: MODEL, messages, stream: true });
    let text = '';
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
    expect(text).toContain(SIMULATED_MARK);
  });

  it('gets tool calls and embeddings, and lists models', async () => {
    const { choices } = await client().chat.completions.create({
      model: MODEL,
      messages,
      tools: [{ type: 'function', function: { name: 'ring', parameters: { type: 'object' } } }],
      tool_choice: 'required',
    });
    expect(choices[0]?.message.tool_calls).toMatchObject([
      { type: 'function', function: { name: 'ring' } },
    ]);
    const { data } = await client().embeddings.create({
      model: 'openai/text-embedding-3-small',
      input: 'x',
      dimensions: 4,
    });
    expect(data[0]?.embedding).toHaveLength(4);
    expect((await client().models.list()).data.length).toBeGreaterThan(400);
  });

  it('gets typed errors', async () => {
    simulator.faults.set([{ type: 'status', status: 429, times: 1 }]);
    await expect(
      client().chat.completions.create({ model: MODEL, messages }),
    ).rejects.toBeInstanceOf(OpenAI.RateLimitError);
  });

  it('sees a reset as a broken connection', async () => {
    simulator.faults.set([{ type: 'reset', at: 'before-headers', times: 1 }]);
    await expect(
      client().chat.completions.create({ model: MODEL, messages }),
    ).rejects.toBeInstanceOf(OpenAI.APIConnectionError);
  });
});

describe('a plain fetch, on the same port', () => {
  it('reads the events of a stream line by line', async () => {
    const response = await fetch(`${server.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk-test', 'content-type': 'application/json' },
      body: JSON.stringify({ model: MODEL, messages, stream: true }),
    });
    const lines = (await response.text()).split('\n').filter((line) => line !== '');
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('x-generation-id')).toMatch(/^gen-sim-/);
    expect([lines[0], lines.at(-1)]).toEqual([': OPENROUTER PROCESSING', 'data: [DONE]']);
    const events = lines.slice(1, -1).map((line) => JSON.parse(line.replace(/^data: /, '')));
    expect(events.at(-1)?.usage.cost).toBeGreaterThan(0);
  });

  it('steers the simulator', async () => {
    const response = await fetch(`${server.url}/__sim/state`);
    expect(await response.json()).toMatchObject({ creditsBoughtUsd: '100' });
  });
});
