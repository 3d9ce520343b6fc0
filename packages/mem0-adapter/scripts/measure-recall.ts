/** Prints how long a stream waits for its first token without memory, with a healthy one, and with one that hangs. */
import { streamText, wrapLanguageModel } from 'ai';
import { convertArrayToReadableStream, MockLanguageModelV4 } from 'ai/test';
import { localMemory, memoryMiddleware, type MemoryBackend } from '../src/index.ts';

const scope = { userId: 'tom' };
const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 1, text: 1, reasoning: undefined },
};
const inner = new MockLanguageModelV4({
  doStream: async () => ({
    stream: convertArrayToReadableStream([
      { type: 'text-start' as const, id: '0' },
      { type: 'text-delta' as const, id: '0', delta: 'Hello' },
      { type: 'text-end' as const, id: '0' },
      { type: 'finish' as const, finishReason: { unified: 'stop' as const, raw: 'stop' }, usage },
    ]),
  }),
});

async function healthy(memoryCount: number): Promise<MemoryBackend> {
  const memory = localMemory();
  const messages = Array.from({ length: memoryCount }, (_, index) => ({
    role: 'user' as const,
    content: `On day ${index} I went to place ${index % 97} with friend ${index % 31} to see film ${index}.`,
  }));
  await memory.add({ scope, observedAt: '2026-03-01T00:00:00Z', messages });
  return memory;
}

async function firstTokenMs(memory: MemoryBackend | undefined, timeoutMs: number): Promise<number> {
  const middleware =
    memory === undefined
      ? []
      : memoryMiddleware({ memory, scope, store: false, recall: { timeoutMs } });
  const model = wrapLanguageModel({ model: inner, middleware });
  const startedAt = performance.now();
  await streamText({ model, prompt: 'With whom did I see film 7?' }).textStream.getReader().read();
  return performance.now() - startedAt;
}

async function median(runs: number, memory?: MemoryBackend, timeoutMs = 800): Promise<string> {
  await firstTokenMs(memory, timeoutMs);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await firstTokenMs(memory, timeoutMs));
  return (times.toSorted((one, other) => one - other)[Math.floor(runs / 2)] ?? 0).toFixed(2);
}

const small = await healthy(1000);
const large = await healthy(10_000);
const hanging: MemoryBackend = { ...small, search: async () => new Promise(() => {}) };
console.table({
  'no memory': { 'first token, ms (median)': await median(100) },
  'healthy, 1,000 memories': { 'first token, ms (median)': await median(100, small) },
  'healthy, 10,000 memories': { 'first token, ms (median)': await median(50, large) },
  'hanging, limit 800 ms': { 'first token, ms (median)': await median(5, hanging) },
  'hanging, limit 100 ms': { 'first token, ms (median)': await median(5, hanging, 100) },
});
