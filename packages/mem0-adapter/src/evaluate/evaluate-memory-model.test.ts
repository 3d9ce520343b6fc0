import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { createSimulator } from '@tierwise/openrouter-simulator';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import { hashingEmbeddingModel } from '../../test/hashing-embedding-model.ts';
import { answeringModel, failingModel } from '../../test/mock-models.ts';
import { createMem0Embedder } from '../mem0/create-mem0-embedder.ts';
import { createMem0Extractor } from '../mem0/create-mem0-extractor.ts';
import { evaluateMemoryModel } from './evaluate-memory-model.ts';
import { formatMemoryReport } from './format-memory-report.ts';
import { matchFacts } from './match-facts.ts';
import type { MemoryCase } from './memory-case.ts';
import { memoryCases } from './memory-cases.ts';

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 1, text: 1, reasoning: undefined },
  raw: { cost: 0.0001 },
};

/** Answers each case with what is expected of it, in other words around the words. */
function idealModel(): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    modelId: 'ideal',
    doGenerate: async ({ prompt }) => {
      const asked = JSON.stringify(prompt);
      const memoryCase = memoryCases.find(({ messages }) =>
        asked.includes(JSON.stringify(messages.at(-1)?.content).slice(1, -1)),
      );
      const memory = (memoryCase?.expected ?? []).map((words, id) => ({
        id: String(id),
        text: `So: ${words.map((word) => word.split('|')[0]).join(' … ')}`,
      }));
      return {
        content: [{ type: 'text', text: JSON.stringify({ memory }) }],
        finishReason: { unified: 'stop', raw: 'stop' },
        usage,
        warnings: [],
      };
    },
  });
}

describe('the cases', () => {
  test('are at least sixty, of three languages and of every kind, each with its own id', () => {
    expect(memoryCases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(memoryCases.map(({ id }) => id)).size).toBe(memoryCases.length);
    for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const) {
      const kinds = memoryCases
        .filter((each) => each.language === language)
        .map(({ kind }) => kind);
      expect([...new Set(kinds)].toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
        'contradiction',
        'duplicate',
        'hostile',
        'long',
        'nothing',
        'plain',
        'update',
      ]);
    }
  });

  test('expect nothing exactly where there is nothing new', () => {
    for (const { kind, expected } of memoryCases) {
      expect(expected.length === 0).toBe(kind === 'nothing' || kind === 'duplicate');
    }
  });

  test('can be answered without a mistake', async () => {
    const report = await evaluateMemoryModel({ model: idealModel() });
    expect(report.all).toEqual({
      caseCount: memoryCases.length,
      validity: 1,
      recall: 1,
      precision: 1,
      duplicates: 0,
      forbidden: 0,
      silence: 1,
    });
    expect(report.costUsd).toBe((memoryCases.length / 10_000).toString());
    expect(report).toMatchObject({ modelId: 'ideal', simulated: false });
  });
});

describe('a fact', () => {
  const memoryCase: MemoryCase = {
    id: 'x',
    language: 'en',
    kind: 'update',
    messages: [],
    observedAt: '2026-03-05T09:00:00.000Z',
    known: ['User lives in Lisbon.'],
    expected: [['moved|lives', 'Porto'], ['cat']],
    forbidden: [['dog']],
  };

  test('counts in any phrasing that holds its words', () => {
    const facts = ['The user has moved to PORTO!', 'User owns a Ｃat'];
    expect(matchFacts({ memoryCase, facts })).toEqual({
      expectedCount: 2,
      foundCount: 2,
      factCount: 2,
      rightCount: 2,
      duplicateCount: 0,
      forbiddenCount: 0,
    });
  });

  test('that repeats another or a known one is a duplicate, and a made-up one costs precision', () => {
    const facts = ['user lives in lisbon', 'moved to Porto', 'lives in Porto now', 'has a dog'];
    expect(matchFacts({ memoryCase, facts })).toMatchObject({
      foundCount: 1,
      factCount: 4,
      rightCount: 2,
      duplicateCount: 2,
      forbiddenCount: 1,
    });
  });
});

describe('a model', () => {
  test('that answers badly or not at all is scored, and the run goes on', async () => {
    const cases = memoryCases.slice(0, 6);
    const prose = await evaluateMemoryModel({ model: answeringModel('Sure!'), cases });
    expect(prose.all).toMatchObject({ validity: 0, recall: 0, precision: null });
    expect(prose.cases[0]).toMatchObject({ isValid: false, failure: 'invalid-output' });

    const dead = await evaluateMemoryModel({ model: failingModel(503), cases });
    expect(dead.cases[0]).toMatchObject({ failure: 'call-error' });
    expect(dead).not.toHaveProperty('costUsd');
  });

  test('is asked about no more cases at once than was said', async () => {
    let running = 0;
    let most = 0;
    const quiet = answeringModel('{"memory": []}');
    const model = new MockLanguageModelV4({
      doGenerate: async (options) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => {
          setTimeout(resolve, 1);
        });
        running -= 1;
        return quiet.doGenerate(options);
      },
    });
    await evaluateMemoryModel({ model, cases: memoryCases.slice(0, 9), concurrency: 3 });
    expect(most).toBe(3);
  });

  test('can be tried with the prompt of Mem0 itself, which sees what is known', async () => {
    const prompts: string[] = [];
    const quiet = answeringModel('{"memory": [{"id": "0", "text": "User lives in Braga"}]}');
    const model = new MockLanguageModelV4({
      doGenerate: async (options) => {
        prompts.push(JSON.stringify(options.prompt));
        return quiet.doGenerate(options);
      },
    });
    const embedder = createMem0Embedder({ model: hashingEmbeddingModel() });
    const report = await evaluateMemoryModel({
      model,
      cases: memoryCases.filter(({ id }) => id === 'en-10-update'),
      createExtractor: (llm) => createMem0Extractor({ llm, embedder }),
    });

    expect(report.all).toMatchObject({ recall: 1, precision: 1 });
    expect(prompts[0]?.length).toBeGreaterThan(30_000);
    expect(prompts[0]).toContain('User lives in Lisbon');
  });

  test('of the simulator gives a report that says so', async () => {
    const simulator = createSimulator();
    const openrouter = createOpenRouter({ apiKey: 'sk-or-test', fetch: simulator.fetch });
    const model = openrouter('openai/gpt-4.1-nano');
    const report = await evaluateMemoryModel({ model });

    expect(report).toMatchObject({ simulated: true, all: { validity: 1 } });
    expect(report.all.recall).toBeGreaterThan(0.5);
    expect(report.costUsd).toBeDefined();
    for (const format of ['markdown', 'table'] as const) {
      const text = formatMemoryReport(report, format);
      expect(text).toContain('simulated');
      expect(text).toContain('zh-Hant');
    }
    expect(JSON.parse(formatMemoryReport(report, 'json'))).toMatchObject({ simulated: true });
  });
});
