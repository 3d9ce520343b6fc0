import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { generateText, streamText } from 'ai';
import { afterEach, expect, it } from 'vitest';
import { listen, type Listening } from '../src/node/index.ts';
import { createSimulator, SIMULATED_MARK } from '../src/index.ts';
import { MODEL } from './provider.ts';

const open: Listening[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

it('serves the provider over loopback, whole and streamed', async () => {
  const simulator = createSimulator();
  const server = await simulator.listen();
  open.push(server);
  const model = createOpenRouter({ apiKey: 'sk-test', baseURL: server.baseUrl })(MODEL);
  const { text } = await generateText({ model, prompt: 'Hello' });
  expect(text).toContain(SIMULATED_MARK);
  expect(await streamText({ model, prompt: 'Hello' }).text).toBe(text);
});

it('sees a client that leaves', async () => {
  const simulator = createSimulator({ faults: [{ type: 'hang' }] });
  const server = await listen(simulator);
  open.push(server);
  const model = createOpenRouter({ apiKey: 'sk-test', baseURL: server.baseUrl })(MODEL);
  const caller = new AbortController();
  const asked = generateText({ model, prompt: 'Hello', abortSignal: caller.signal });
  await expect.poll(() => simulator.requests().length).toBe(1);
  caller.abort();
  await expect(asked).rejects.toThrow(/abort/i);
  await expect.poll(() => simulator.requests()[0]?.outcome).toBe('cancelled');
});
