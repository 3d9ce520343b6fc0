import type { Simulator } from '../src/index.ts';

/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // The tests look into bodies of many shapes, and fail by themselves where a shape is not what they expect.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** Sends one request as a plain HTTP client would. */
export async function ask(
  simulator: Simulator,
  path: string,
  options: {
    readonly body?: object;
    readonly headers?: Record<string, string>;
    readonly key?: string;
    readonly method?: string;
  } = {},
): Promise<Answer> {
  const { body, headers = {}, key = 'sk-test' } = options;
  const response = await simulator.fetch(`https://openrouter.ai${path}`, {
    method: options.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { authorization: `Bearer ${key}`, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  };
}

/** Asks a chat model a question. */
export function chat(
  simulator: Simulator,
  model: string | undefined,
  more: object = {},
  options: { readonly headers?: Record<string, string>; readonly key?: string } = {},
): Promise<Answer> {
  const body = {
    ...(model !== undefined && { model }),
    messages: [{ role: 'user', content: 'Hello' }],
    ...more,
  };
  return ask(simulator, '/api/v1/chat/completions', { body, ...options });
}
