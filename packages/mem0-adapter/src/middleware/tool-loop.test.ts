import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { createSimulator } from '@tierwise/openrouter-simulator';
import {
  generateText,
  isStepCount,
  streamText,
  tool,
  ToolLoopAgent,
  type LanguageModel,
  type ToolSet,
} from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { answeringModel, failingModel } from '../../test/mock-models.ts';
import { memoryOf, remembering, stop, usage, userTexts } from '../../test/remembering.ts';

const prompt = 'How is the weather where I live?';
const tools = {
  weather: tool({
    description: 'The weather of today.',
    inputSchema: z.object({}),
    execute: () => 'rain',
  }),
};

/** Says something and calls a tool three times, and then answers. */
function loopingModel(): MockLanguageModelV4 {
  let step = 0;
  return new MockLanguageModelV4({
    doGenerate: async () => {
      step += 1;
      const isLast = step === 4;
      return {
        content: isLast
          ? [{ type: 'text', text: 'It rains.' }]
          : [
              { type: 'text', text: `Looking ${step}.` },
              { type: 'tool-call', toolCallId: `c${step}`, toolName: 'weather', input: '{}' },
            ],
        finishReason: isLast ? stop : { unified: 'tool-calls', raw: 'tool_calls' },
        usage,
        warnings: [],
      };
    },
  });
}

async function watchedMemory() {
  const memory = await memoryOf('I live in Lisbon');
  return { memory, search: vi.spyOn(memory, 'search'), add: vi.spyOn(memory, 'add') };
}

test('a tool loop searches once and stores once, with the same prompt before each step', async () => {
  const { memory, search, add } = await watchedMemory();
  const inner = loopingModel();
  const { model, middleware } = remembering(inner, { memory });

  await generateText({ model, prompt, tools, stopWhen: isStepCount(10) });
  await middleware.flush();

  expect(inner.doGenerateCalls).toHaveLength(4);
  expect(search).toHaveBeenCalledTimes(1);
  expect(add).toHaveBeenCalledTimes(1);
  expect(add.mock.calls[0]?.[0].messages).toMatchObject([
    { role: 'user', content: prompt },
    { role: 'assistant', content: 'Looking 1.\nLooking 2.\nLooking 3.\nIt rains.' },
  ]);
  const blocks = inner.doGenerateCalls.map((call) => userTexts(call.prompt)[0]);
  expect(new Set(blocks).size).toBe(1);
  expect(blocks[0]).toContain('I live in Lisbon');
});

test('a loop that the SDK starts again after a failure keeps its one search', async () => {
  const { memory, search } = await watchedMemory();
  const good = answeringModel('Fine');
  let isFirst = true;
  const inner = new MockLanguageModelV4({
    doGenerate: async (options) => {
      if (!isFirst) return good.doGenerate(options);
      isFirst = false;
      return failingModel(503).doGenerate(options);
    },
  });
  const { model } = remembering(inner, { memory });
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const answer = generateText({ model, prompt });
  await vi.waitUntil(() => !isFirst);
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  await answer;

  expect(search).toHaveBeenCalledTimes(1);
});

interface Loop {
  readonly name: string;
  readonly run: (model: LanguageModel, tools: ToolSet) => PromiseLike<unknown>;
}

const stopWhen = isStepCount(5);
const loops: readonly Loop[] = [
  {
    name: 'generateText',
    run: async (model, set) => generateText({ model, prompt, tools: set, stopWhen }),
  },
  {
    name: 'streamText',
    run: async (model, set) => streamText({ model, prompt, tools: set, stopWhen }).consumeStream(),
  },
  {
    name: 'an agent that generates',
    run: async (model, set) => new ToolLoopAgent({ model, tools: set }).generate({ prompt }),
  },
  {
    name: 'an agent that streams',
    run: async (model, set) => {
      const result = await new ToolLoopAgent({ model, tools: set }).stream({ prompt });
      await result.consumeStream();
    },
  },
];

describe('through the real provider', () => {
  test.each(loops)('$name searches once and stores once', async ({ run }) => {
    const simulator = createSimulator();
    const bodies: string[] = [];
    const openrouter = createOpenRouter({
      apiKey: 'sk-or-test',
      fetch: async (input, init) => {
        bodies.push(await new Request(input, init).text());
        return simulator.fetch(input, init);
      },
    });
    const { memory, search, add } = await watchedMemory();
    const { model, middleware } = remembering(openrouter('openai/gpt-4.1-nano'), { memory });

    await run(model, tools);
    await middleware.flush();

    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toContain('"role":"tool"');
    const blocks = bodies.map((body) => body.match(/<recalled_memory_[^<]*<[^>]*>/g));
    expect(blocks[0]).toHaveLength(1);
    expect(blocks[1]).toEqual(blocks[0]);
    expect(blocks[0]?.[0]).toContain('I live in Lisbon');
    expect(search).toHaveBeenCalledTimes(1);
    expect(add).toHaveBeenCalledTimes(1);
    const [stored] = add.mock.calls[0] ?? [];
    expect(stored?.messages[0]).toMatchObject({ role: 'user', content: prompt });
    expect(JSON.stringify(stored)).not.toContain('recalled_memory');
  });
});
