/** Runs in a browser page: the simulator, the provider and the AI SDK, without a server. Its results are read by the test. */
import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { generateText, streamText } from 'ai';
import { createSimulator } from '../../src/index.ts';

async function run(): Promise<object> {
  const simulator = createSimulator({ faults: [{ type: 'status', status: 503, nth: 3 }] });
  const openrouter = createOpenRouter({ apiKey: 'sk-test', fetch: simulator.fetch });
  const model = openrouter('google/gemini-3.7-flash');
  const { text } = await generateText({ model, prompt: 'Hello' });
  const streamed = await streamText({ model, prompt: 'Hello' }).text;
  const failure = await generateText({ model, prompt: 'x', maxRetries: 0 }).catch(
    (error: unknown) => String(error),
  );
  return {
    text,
    streamed,
    failure,
    statuses: simulator.requests().map((request) => request.status),
  };
}

Object.assign(globalThis, { runSimulator: run });
