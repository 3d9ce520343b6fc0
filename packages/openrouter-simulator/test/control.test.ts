import { describe, expect, it } from 'vitest';
import { createSimulator, SCENARIOS, type Fault } from '../src/index.ts';
import { ask, chat } from './ask.ts';
import { MODEL } from './provider.ts';

const SCENARIO_LIST = Object.entries(SCENARIOS);

describe('over HTTP', () => {
  it('faults can be set, added and cleared, and the state read', async () => {
    const simulator = createSimulator();
    const faults = [{ type: 'status', status: 503 }];
    await ask(simulator, '/__sim/faults', { body: { faults } });
    expect((await chat(simulator, MODEL)).status).toBe(503);
    const added = await ask(simulator, '/__sim/faults', {
      body: { faults: [{ type: 'empty' }], mode: 'add' },
    });
    expect(added.body.faults).toHaveLength(2);
    await ask(simulator, '/__sim/faults', { method: 'DELETE' });
    expect((await chat(simulator, MODEL)).status).toBe(200);
    const { body } = await ask(simulator, '/__sim/state');
    expect(body).toMatchObject({ requests: 2, faults: [], creditsBoughtUsd: '100' });
    expect((await ask(simulator, '/__sim/requests')).body.data).toHaveLength(2);
  });

  it.each<[object, RegExp]>([
    [
      { faults: [{ type: 'statuss' }] },
      /unknown fault type "statuss": did you mean "status"\? There are .*sse-error/,
    ],
    [{ faults: [{ type: 'status' }] }, /needs a "status"/],
    [{ faults: [{ type: 'stall', at: 'sometimes' }] }, /"at" is one of/],
    [{ faults: {} }, /must be a list/],
    [{ scenario: 'doomsday' }, /No scenario "doomsday"\. There are: .*outage/],
  ])('%j is refused by name', async (body, message) => {
    const answer = await ask(createSimulator(), '/__sim/faults', { body });
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      expect.stringMatching(message),
    ]);
  });

  it('an unknown route is answered with 404, and a broken body with 400', async () => {
    const simulator = createSimulator();
    expect((await ask(simulator, '/api/v1/nothing')).status).toBe(404);
    const broken = await simulator.fetch('https://openrouter.ai/api/v1/chat/completions', {
      method: 'POST',
      headers: { authorization: 'Bearer sk-test' },
      body: '{"model": ',
    });
    expect(broken.status).toBe(400);
  });
});

it('an option that there is not is refused by name, with the nearest that there is', () => {
  expect(() => createSimulator(JSON.parse('{"falts":[]}'))).toThrow(
    new TypeError('createSimulator has no option "falts" (object given): did you mean "faults"?'),
  );
});

/** Faults of a caller without types. */
const faultsOf = (json: string): Fault[] => [JSON.parse(json)];

describe('a fault that is none', () => {
  it.each([
    ['{"type":"statuss","status":503}', 'unknown fault type "statuss": did you mean "status"?'],
    ['{"status":503}', 'unknown fault type undefined'],
    [
      '{"type":"empty","modle":"nothing/*"}',
      '"empty" faults have no "modle" (string given): did you mean "model"?',
    ],
    ['{"type":"empty","status":503}', '"empty" faults have no "status" (number given)'],
    ['{"type":"empty","route":"chats"}', '"route" is one of chat'],
    ['{"type":"empty","times":"1"}', '"times" is string and must be a number'],
    ['{"type":"empty","model":5}', '"model" is number and must be a string'],
    ['{"type":"price-change","pricing":{}}', 'a price-change fault needs a "model" without *'],
    ['{"type":"price-change","model":"a/b"}', 'a price-change fault needs a "pricing"'],
    ['null', 'a fault is an object, not null'],
  ])('%s is refused at creation, and by add and set', (json, message) => {
    expect(() => createSimulator({ faults: faultsOf(json) })).toThrow(`Invalid fault: ${message}`);
    const simulator = createSimulator();
    expect(() => simulator.faults.add(...faultsOf(json))).toThrow(message);
    expect(() => simulator.faults.set(faultsOf(json))).toThrow(TypeError);
    expect(simulator.faults.list()).toEqual([]);
  });
});

describe('scenarios', () => {
  it.each(SCENARIO_LIST)('%s is a list of faults one can post', async (scenario, faults) => {
    const { status, body } = await ask(createSimulator(), '/__sim/faults', { body: { scenario } });
    expect([status, body.faults]).toEqual([200, faults]);
  });

  it('outage answers nothing but 503', async () => {
    const simulator = createSimulator({ scenario: 'outage' });
    expect((await chat(simulator, MODEL, { models: ['openai/gpt-5.6-sol'] })).status).toBe(503);
  });

  it('free-tier-exhausted leaves the paid models', async () => {
    const simulator = createSimulator({ scenario: 'free-tier-exhausted' });
    const free = await chat(simulator, 'openrouter/free');
    expect([free.status, (await chat(simulator, MODEL)).status]).toEqual([429, 200]);
  });
});

describe('options that make no sense are refused by name', () => {
  it.each<[object, string]>([
    [{ speed: 0 }, 'speed must be above 0'],
    [{ creditsUsd: 'much' }, 'creditsUsd must be a decimal string'],
    [{ scenario: 'doomsday' }, 'No scenario "doomsday"'],
    [{ catalog: { data: [{ id: 'a/b' }] } }, 'needs a string "id" and a "pricing" object'],
    [{ catalog: 'none' }, 'A catalogue is a body like that of GET /models'],
  ])('%j', (options, message) => {
    expect(() => createSimulator(options)).toThrow(message);
  });
});

const embed = async (input: unknown, more: object = {}): Promise<{ embedding: number[] }[]> => {
  const body = { model: 'openai/text-embedding-3-small', input, ...more };
  return (await ask(createSimulator(), '/api/v1/embeddings', { body })).body.data;
};
const dot = (a: readonly number[] = [], b: readonly number[] = []): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

describe('embeddings', () => {
  it('lie nearer for texts that share words, in Chinese too', async () => {
    const texts = [
      'a cat sleeps on the mat',
      'on the mat a cat sleeps',
      'quarterly tax report',
      '我住在台北的公寓',
      '台北的公寓很貴',
    ];
    const [cat, again, tax, taipei, flat] = (await embed(texts)).map((row) => row.embedding);
    expect(dot(cat, again)).toBeGreaterThan(0.9);
    expect(dot(cat, tax)).toBeLessThan(0.3);
    expect(dot(taipei, flat)).toBeGreaterThan(dot(taipei, tax));
    expect(dot(cat, cat)).toBeCloseTo(1, 6);
  });

  it('come as packed floats on demand', async () => {
    const [plain] = await embed('hello', { dimensions: 4 });
    const [packed] = await embed('hello', { dimensions: 4, encoding_format: 'base64' });
    const bytes = Buffer.from(String(packed?.embedding), 'base64');
    expect([0, 4, 8, 12].map((at) => bytes.readFloatLE(at).toFixed(5))).toEqual(
      plain?.embedding.map((value) => value.toFixed(5)),
    );
  });

  it('are refused of a chat model, and a chat of an embedding model', async () => {
    const answer = await ask(createSimulator(), '/api/v1/embeddings', {
      body: { model: MODEL, input: 'x' },
    });
    expect(answer.body.error.availability.code).toBe('wrong_endpoint');
    const other = await chat(createSimulator(), 'openai/text-embedding-3-small');
    expect(other.body.error.availability.code).toBe('wrong_endpoint');
  });
});
