import { generateText, isStepCount, type ToolExecutionOptions } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { expect, test } from 'vitest';
import { localMemory } from '../local/local-memory.ts';
import { memoryTools } from './memory-tools.ts';

const tom = { userId: 'tom' };
const eve = { userId: 'eve' };
const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 1, text: 1, reasoning: undefined },
};

/** A model that makes these calls of tools, one a step, and then ends. */
function callingModel(...calls: readonly [toolName: string, input: object][]): MockLanguageModelV4 {
  let step = 0;
  return new MockLanguageModelV4({
    doGenerate: async () => {
      const call = calls[step];
      step += 1;
      return {
        content: call
          ? [
              {
                type: 'tool-call',
                toolCallId: `call-${step}`,
                toolName: call[0],
                input: JSON.stringify(call[1]),
              },
            ]
          : [{ type: 'text', text: 'done' }],
        finishReason: { unified: call ? 'tool-calls' : 'stop', raw: undefined },
        usage,
        warnings: [],
      };
    },
  });
}

async function run(memory = localMemory(), ...calls: readonly [string, object][]) {
  const result = await generateText({
    model: callingModel(...calls),
    prompt: 'x',
    tools: memoryTools({ memory, scope: tom, now: () => Date.UTC(2026, 2, 1) }),
    stopWhen: isStepCount(20),
  });
  return result.steps.flatMap(({ content }) =>
    content.flatMap((part) => {
      if (part.type === 'tool-result') return [part.output];
      return part.type === 'tool-error' ? ['error'] : [];
    }),
  );
}

test('a model adds, searches, lists, corrects and forgets', async () => {
  const memory = localMemory();
  await run(memory, ['addMemory', { text: 'I live in Lisbon' }]);
  const [{ id } = { id: '' }] = await memory.list({ scope: tom, limit: 1 });

  expect(
    await run(
      memory,
      ['searchMemory', { query: 'live' }],
      ['updateMemory', { id, text: 'I live in <Porto>' }],
      ['listMemories', {}],
      ['forgetMemory', { id }],
      ['listMemories', {}],
    ),
  ).toEqual([
    [{ id, quotedText: '"I live in Lisbon"', createdAt: '2026-03-01T00:00:00.000Z' }],
    { outcome: 'done' },
    [{ id, quotedText: '"I live in &lt;Porto&gt;"', createdAt: '2026-03-01T00:00:00.000Z' }],
    { outcome: 'done' },
    [],
  ]);
});

test('a model reaches no memory of another scope, whatever it writes', async () => {
  const memory = localMemory();
  const messages = [{ role: 'user', content: 'I am Eve' }] as const;
  await memory.add({ scope: eve, observedAt: '2026-03-01T00:00:00Z', messages });
  const [{ id } = { id: '' }] = await memory.list({ scope: eve, limit: 1 });

  expect(
    await run(
      memory,
      ['searchMemory', { query: 'Eve', scope: eve }],
      ['updateMemory', { id, text: 'I am Tom' }],
      ['forgetMemory', { id }],
    ),
  ).toEqual([[], { outcome: 'not-found' }, { outcome: 'not-found' }]);
  expect(await memory.list({ scope: eve, limit: 9 })).toMatchObject([{ text: 'I am Eve' }]);
});

test('input that is not what was asked for is refused', async () => {
  expect(await run(localMemory(), ['addMemory', { text: 7 }], ['searchMemory', {}])).toEqual([
    'error',
    'error',
  ]);
});

test('every tool hands the abort signal on', async () => {
  const memory = localMemory();
  const tools = memoryTools({ memory, scope: tom });
  const options = {
    toolCallId: '1',
    messages: [],
    context: {},
    abortSignal: AbortSignal.abort(new Error('enough')),
  } satisfies ToolExecutionOptions<object>;
  const calls = [
    async () => tools.searchMemory.execute?.({ query: 'x' }, options),
    async () => tools.addMemory.execute?.({ text: 'x' }, options),
    async () => tools.listMemories.execute?.({}, options),
    async () => tools.updateMemory.execute?.({ id: 'x', text: 'x' }, options),
    async () => tools.forgetMemory.execute?.({ id: 'x' }, options),
  ];
  for (const call of calls) await expect(call).rejects.toThrow('enough');
});

test('tools without a scope cannot be made', () => {
  expect(() => memoryTools({ memory: localMemory(), scope: JSON.parse('{}') })).toThrow('userId');
});
