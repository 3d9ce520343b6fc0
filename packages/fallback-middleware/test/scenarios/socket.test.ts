import type { RequestListener } from 'node:http';
import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { generateText, streamText } from 'ai';
import { describe, expect, test } from 'vitest';
import { createFallbackModel, type CallReport } from '../../src/index.ts';
import { healthy } from '../support/models.ts';
import { rawServer } from '../support/raw-server.ts';

type Fetch = typeof fetch;

/** One call over a primary behind this address and a healthy second candidate; what came of each attempt. */
async function run(
  kind: 'generate' | 'stream',
  baseURL: string,
  fetchIt: Fetch = fetch,
): Promise<{ text: string; outcomes: string[] }> {
  const openrouter = createOpenRouter({ apiKey: 'sk-or-test-0123456789', baseURL, fetch: fetchIt });
  const reports: CallReport[] = [];
  const model = createFallbackModel({
    models: [openrouter('a/primary'), healthy('b')],
    events: { onCallEnd: ({ report }) => reports.push(report) },
  });
  const result =
    kind === 'generate'
      ? await generateText({ model, prompt: 'hi' })
      : streamText({ model, prompt: 'hi' });
  const text = await result.text;
  const attempts = reports.flatMap((report) => report.attempts);
  return { text, outcomes: attempts.map(({ outcome, failure }) => failure?.class ?? outcome) };
}

const brokenBodies: Array<[string, string, RequestListener]> = [
  ['a 204', 'upstream-error', (_request, response) => void response.writeHead(204).end()],
  [
    'a body shorter than its Content-Length',
    'network',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"id":"gen-1",', () => response.destroy());
    },
  ],
  [
    'a gzip that is none',
    'upstream-error',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end('this is not gzip');
    },
  ],
];

describe.each(['generate', 'stream'] as const)('what only a socket does wrong, %s', (kind) => {
  test.each(brokenBodies)(
    'H20 %s goes to the next candidate',
    async (_name, expected, listener) => {
      const { text, outcomes } = await run(kind, await rawServer(listener));
      expect(text).toBe('text of b');
      expect(outcomes).toEqual([expected, 'served']);
    },
  );

  test.each([301, 307])(
    'H15 a %d to another origin: fetch follows it without the Authorization',
    async (status) => {
      const keys: Array<string | undefined> = [];
      const elsewhere = await rawServer((request, response) => {
        keys.push(request.headers.authorization);
        response.writeHead(503).end();
      });
      const baseURL = await rawServer((request, response) => {
        keys.push(request.headers.authorization);
        response.writeHead(status, { location: `${elsewhere}/stolen` }).end();
      });
      const { outcomes } = await run(kind, baseURL);
      expect(keys).toEqual(['Bearer sk-or-test-0123456789', undefined]);
      expect(outcomes).toEqual(['overloaded', 'served']);
    },
  );

  test.each([301, 307])(
    'H15 a %d that a fetch does not follow is an endpoint failure',
    async (status) => {
      const baseURL = await rawServer((_request, response) => {
        response.writeHead(status, { location: 'https://elsewhere.example/' }).end();
      });
      const { outcomes } = await run(kind, baseURL, async (input, init) =>
        fetch(input, { ...init, redirect: 'manual' }),
      );
      expect(outcomes).toEqual(['upstream-error', 'served']);
    },
  );
});
