import { HTTPClient, OpenRouter } from '@openrouter/sdk';
import type { ChatResult, ChatStreamChunk } from '@openrouter/sdk/models';
import { OpenRouterError } from '@openrouter/sdk/models/errors';
import { describe, expect, it } from 'vitest';
import { API_ROUTES } from '../src/http/routes.ts';
import { createSimulator, type Fault, type Simulator } from '../src/index.ts';
import { MODEL } from './provider.ts';

function client(simulator: Simulator): OpenRouter {
  const fetcher = simulator.fetch;
  return new OpenRouter({
    apiKey: 'sk-test',
    httpClient: new HTTPClient({ fetcher }),
    retryConfig: { strategy: 'none' },
  });
}

const messages = [{ role: 'user' as const, content: 'Hello' }];
const [author, slug] = ['google', 'gemini-3.7-flash'];

async function collect<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

type ChatRequest = Parameters<OpenRouter['chat']['send']>[0]['chatRequest'];

async function whole(sdk: OpenRouter, more: Partial<ChatRequest> = {}): Promise<ChatResult> {
  const result = await sdk.chat.send(
    { chatRequest: { model: MODEL, messages, ...more, stream: false } },
    { headers: { 'X-OpenRouter-Metadata': 'enabled' } },
  );
  if ('choices' in result) return result;
  throw new Error('expected a whole answer');
}

async function streamed(sdk: OpenRouter): Promise<ChatStreamChunk[]> {
  const result = await sdk.chat.send({ chatRequest: { model: MODEL, messages, stream: true } });
  if ('choices' in result) throw new Error('expected a stream');
  return collect(result);
}

/** What each call of the vendor's client must yield; it validates every body by its own schemas before we see it. */
const CALLS: readonly (readonly [
  route: string,
  call: (sdk: OpenRouter, simulator: Simulator) => Promise<unknown>,
  expected: unknown,
])[] = [
  [
    'GET /models',
    async (sdk) =>
      (await collect(await sdk.models.list())).flatMap((page) => page.result.data).length,
    expect.toSatisfy((count: number) => count > 400),
  ],
  [
    'GET /models, paged',
    async (sdk) =>
      (await collect(await sdk.models.list({ limit: 200 }))).map((page) => page.result.data.length),
    expect.arrayContaining([200, 200]),
  ],
  ['GET /models/count', async (sdk) => (await sdk.models.count()).data.count, expect.any(Number)],
  [
    'GET /models/user',
    async (sdk) => {
      const [page] = await collect(await sdk.models.listForUser({ bearer: 'sk-test' }));
      return page?.result.data.length;
    },
    expect.any(Number),
  ],
  [
    'GET /model/:author/:slug',
    async (sdk) => (await sdk.models.get({ author, slug })).data.id,
    MODEL,
  ],
  [
    'GET /models/:author/:slug/endpoints',
    async (sdk) => (await sdk.endpoints.list({ author, slug })).data.endpoints.length,
    1,
  ],
  [
    'GET /endpoints/zdr',
    async (sdk) => (await sdk.endpoints.listZdrEndpoints()).data.length,
    expect.any(Number),
  ],
  ['GET /providers', async (sdk) => (await sdk.providers.list()).data.length, expect.any(Number)],
  [
    'GET /embeddings/models',
    async (sdk) => {
      const pages = await collect(await sdk.embeddings.listModels());
      return pages.flatMap((page) => page.result.data).map((model) => model.id);
    },
    expect.arrayContaining(['openai/text-embedding-3-small']),
  ],
  ['POST /chat/completions', async (sdk) => (await whole(sdk)).choices[0]?.finishReason, 'stop'],
  [
    'POST /chat/completions, streamed',
    async (sdk) => {
      const chunks = await streamed(sdk);
      return chunks.findLast((chunk) => chunk.usage !== undefined)?.usage?.completionTokens;
    },
    expect.any(Number),
  ],
  [
    'POST /chat/completions, with router metadata, tools and reasoning',
    async (sdk) => {
      const result = await whole(sdk, {
        toolChoice: 'required',
        reasoning: { effort: 'low' },
        tools: [{ type: 'function', function: { name: 'ring', parameters: { type: 'object' } } }],
      });
      return [result.openrouterMetadata?.strategy, result.choices[0]?.message.toolCalls?.length];
    },
    ['direct', 1],
  ],
  [
    'POST /embeddings',
    async (sdk) => {
      const result = await sdk.embeddings.generate({
        requestBody: {
          model: 'openai/text-embedding-3-small',
          input: ['one', 'two'],
          dimensions: 8,
        },
      });
      return typeof result === 'string' ? result : result.data.map((row) => row.embedding.length);
    },
    [8, 8],
  ],
  [
    'GET /key',
    async (sdk) => (await sdk.apiKeys.getCurrentKeyMetadata()).data.freeModelDailyRequests,
    { limit: 1000, used: 0, remaining: 1000 },
  ],
  ['GET /credits', async (sdk) => (await sdk.credits.getCredits()).data.totalCredits, 100],
  [
    'GET /generation',
    async (sdk) => {
      const { id } = await whole(sdk);
      return (await sdk.generations.getGeneration({ id })).data.nativeTokensCompletion;
    },
    expect.any(Number),
  ],
  [
    'GET /activity',
    async (sdk) => {
      await whole(sdk);
      return (await sdk.analytics.getUserActivity()).data.map((row) => [row.model, row.requests]);
    },
    [[MODEL, 1]],
  ],
];

describe("the vendor's own client accepts", () => {
  it.each(CALLS)('%s', async (_route, call, expected) => {
    const simulator = createSimulator();
    expect(await call(client(simulator), simulator)).toEqual(expected);
  });

  it('a body of every route the simulator has', () => {
    const checked = CALLS.map(([route]) => route.split(',')[0]);
    const routes = API_ROUTES.map(([method, pattern]) => `${method} ${pattern}`);
    expect(routes.filter((route) => !checked.includes(route))).toEqual([]);
  });
});

const STATUSES = [400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503, 524, 529];

/** The typed error of a call; anything else, a failed validation above all, is thrown on. */
async function failureOf(
  simulator: Simulator,
  call: (sdk: OpenRouter) => Promise<unknown>,
): Promise<OpenRouterError> {
  try {
    await call(client(simulator));
  } catch (error) {
    if (error instanceof OpenRouterError) return error;
    throw error;
  }
  throw new Error('expected a failure');
}

const typedError = (status: number): object => ({
  statusCode: status,
  error: { code: status, message: expect.any(String) },
});

describe("the vendor's own client understands the error body of", () => {
  it.each(STATUSES)('chat, status %i', async (status) => {
    const faults: Fault[] = [{ type: 'status', status }];
    expect(await failureOf(createSimulator({ faults }), whole)).toMatchObject(typedError(status));
  });

  it.each([400, 401, 402, 404, 429, 500, 502, 503])('embeddings, status %i', async (status) => {
    const simulator = createSimulator({
      faults: [{ type: 'status', status, route: 'embeddings' }],
    });
    const error = await failureOf(simulator, (sdk) =>
      sdk.embeddings.generate({
        requestBody: { model: 'openai/text-embedding-3-small', input: 'x' },
      }),
    );
    expect(error).toMatchObject(typedError(status));
  });

  it.each<[string, number, (sdk: OpenRouter) => Promise<unknown>]>([
    ['an unknown key', 401, (sdk) => sdk.apiKeys.getCurrentKeyMetadata()],
    ['credits for a key that may not', 401, (sdk) => sdk.credits.getCredits()],
    ['an unknown key on chat', 401, whole],
  ])('%s', async (_name, status, call) => {
    expect(
      await failureOf(createSimulator({ apiKeys: [{ key: 'sk-other' }] }), call),
    ).toMatchObject(typedError(status));
  });

  it.each<[string, number, (sdk: OpenRouter) => Promise<unknown>]>([
    ['credits for a key that is no management key', 403, (sdk) => sdk.credits.getCredits()],
    ['activity for a key that is no management key', 403, (sdk) => sdk.analytics.getUserActivity()],
    ['an unknown generation', 404, (sdk) => sdk.generations.getGeneration({ id: 'gen-none' })],
    ['an unknown model', 404, (sdk) => sdk.models.get({ author: 'no', slug: 'such' })],
    [
      'endpoints of an unknown model',
      404,
      (sdk) => sdk.endpoints.list({ author: 'no', slug: 'such' }),
    ],
    [
      'chat with an unknown model',
      400,
      (sdk) => sdk.chat.send({ chatRequest: { model: 'no/such', messages, stream: false } }),
    ],
  ])('%s', async (_name, status, call) => {
    const simulator = createSimulator({ apiKeys: [{ key: 'sk-test', isManagementKey: false }] });
    expect(await failureOf(simulator, call)).toMatchObject(typedError(status));
  });

  it('an error inside a stream', async () => {
    const simulator = createSimulator({ faults: [{ type: 'sse-error', at: 'after-content' }] });
    const chunks = await streamed(client(simulator));
    expect(chunks.at(-1)?.error).toMatchObject({ code: 502 });
  });
});
