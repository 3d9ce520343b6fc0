import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallLike, PromptPart } from './call.ts';
import { describeCall } from './describe-call.ts';

function ask(text: string, call: Partial<CallLike> = {}): CallLike {
  return { prompt: [{ role: 'user', content: [{ type: 'text', text }] }], ...call };
}

const tool = { type: 'function', name: 'weather', inputSchema: { type: 'object' } };

describe('the kind of work', () => {
  it.each([
    ['Hi there, how are you?', 'chat'],
    ['你好，今天過得好嗎？', 'chat'],
    ['What is the capital of Mongolia?', 'factual'],
    ['法国的首都是哪里', 'factual'],
    ['Translate this sentence into German: the train is late.', 'translate'],
    ['把下面这句话翻译成英文', 'translate'],
    ['Summarise the following article in three points.', 'summarise'],
    ['請幫我總結這篇文章的重點', 'summarise'],
    ['Implement a parser for CSV in TypeScript', 'code'],
    ['用 Python 写一个函数，合并两个有序列表', 'code'],
    ['這個函數為什麼會報錯？請幫我除錯', 'code'],
    ['Calculate the average speed: 120 miles in 2 hours', 'maths'],
    ['甲乙两地相距 360 公里，计算平均速度', 'maths'],
    ['證明質數有無窮多個', 'maths'],
    ['Write a short poem about autumn', 'write'],
    ['幫我寫一封請假的郵件，撰寫得正式一點', 'write'],
    ['Explain why the sky is blue and compare two hypotheses', 'reasoning'],
  ])('of "%s" is %s', (text, task) => {
    expect(describeCall(ask(text)).task).toBe(task);
  });

  it('is vision when an image comes along, whatever the words say', () => {
    const prompt = [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Refactor this code' },
          { type: 'file', mediaType: 'image/*' },
        ],
      },
    ];
    expect(describeCall({ prompt })).toMatchObject({
      task: 'vision',
      inputModalities: ['text', 'image'],
    });
  });

  it('is long-context when the prompt is longer than a small window', () => {
    expect(
      describeCall(ask(`Summarise this. ${'The meeting went on and on. '.repeat(8_000)}`)).task,
    ).toBe('long-context');
  });

  it('is agent-step when tools are offered, and says so when the prompt ends with their results', () => {
    const prompt = [
      { role: 'user', content: [{ type: 'text', text: 'What is the weather?' }] },
      {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            output: { type: 'json', value: { celsius: 21 } },
          } satisfies PromptPart,
        ],
      },
    ];
    expect(describeCall({ prompt, tools: [tool] })).toMatchObject({
      task: 'agent-step',
      agentStep: true,
    });
  });

  it('is what the caller says it is', () => {
    expect(describeCall(ask('hello'), { task: 'code', difficulty: 0.9 })).toMatchObject({
      task: 'code',
      difficulty: 0.9,
    });
  });
});

describe('what the model must be able to do', () => {
  it('is nothing for a plain call, although the AI SDK always sends toolChoice auto', () => {
    expect(describeCall(ask('hello', { toolChoice: { type: 'auto' } })).capabilities).toEqual([]);
  });

  it('is read from tools, a forced tool, a schema and reasoning', () => {
    const call = ask('hello', {
      tools: [tool],
      toolChoice: { type: 'required' },
      responseFormat: { type: 'json', schema: { type: 'object' } },
      reasoning: 'high',
    });
    expect(describeCall(call).capabilities).toEqual([
      'tools',
      'tool-choice',
      'structured-output',
      'reasoning',
    ]);
  });

  it('is plain JSON without a schema', () => {
    expect(describeCall(ask('hello', { responseFormat: { type: 'json' } })).capabilities).toEqual([
      'json-object',
    ]);
  });

  it('is not changed by tools that the provider executes', () => {
    expect(
      describeCall(ask('hello', { tools: [{ type: 'provider', name: 'web_search' }] }))
        .capabilities,
    ).toEqual([]);
  });

  it('does not include reasoning when reasoning is off or left to the provider', () => {
    for (const reasoning of ['none', 'provider-default']) {
      expect(describeCall(ask('hello', { reasoning })).capabilities).toEqual([]);
    }
  });
});

describe('difficulty', () => {
  it('is low for small talk and high for a proof about concurrent code, in each language', () => {
    const easy = ['Hi, how are you?', '你好！', '你好，請問今天幾號？'];
    const hard = [
      'Prove that this lock-free queue is linearizable and derive its asymptotic complexity under concurrency, step by step.',
      '证明这个无锁队列在并发下满足一致性，并推导最优的复杂度，严格分析每个步骤。',
      '證明這個無鎖佇列在並發下滿足一致性，並推導最優的複雜度，嚴格分析每個步驟。',
    ];
    for (const text of easy) expect(describeCall(ask(text)).difficulty).toBeLessThan(0.25);
    for (const text of hard) expect(describeCall(ask(text)).difficulty).toBeGreaterThan(0.6);
  });

  it('differs little between the two Chinese scripts', () => {
    const simplified = describeCall(ask('请分析这段代码的复杂度，并优化数据库查询。')).difficulty;
    const traditional = describeCall(
      ask('請分析這段程式碼的複雜度，並優化資料庫查詢。'),
    ).difficulty;
    expect(Math.abs(simplified - traditional)).toBeLessThan(0.15);
  });

  it('is judged by the question, not by what an agent wraps around it', () => {
    const wrapped = `<environment>proof theorem concurrency deadlock invariant</environment>\n> derive optimise prove\nhello`;
    expect(describeCall(ask(wrapped)).difficulty).toBeCloseTo(
      describeCall(ask('hello')).difficulty,
      5,
    );
  });

  it('is judged by the question, not by a document pasted behind it', () => {
    const question = 'Summarise these minutes in five points.';
    const minutes = 'First we proved 12 theorems, then 7 deadlocks, each step twice. '.repeat(500);
    const pasted = describeCall(ask(`${question}\n\n${minutes}`)).difficulty;
    expect(pasted).toBeCloseTo(describeCall(ask(question)).difficulty, 1);
  });

  it('is explained by signals that sum to its score', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { difficulty, signals } = describeCall(ask(text));
        const score = signals.reduce((sum, { amount }) => sum + amount, 0);
        expect(1 / (1 + Math.exp(-score))).toBeCloseTo(difficulty, 9);
      }),
    );
  });
});

describe('any call at all', () => {
  it('is described without throwing, within bounds', () => {
    const part = fc.record(
      {
        type: fc.constantFrom('text', 'file', 'tool-call', 'custom'),
        text: fc.string(),
        mediaType: fc.string(),
        input: fc.anything(),
        output: fc.anything(),
      },
      { requiredKeys: ['type'] },
    );
    const message = fc.record({
      role: fc.constantFrom('system', 'user', 'assistant', 'tool'),
      content: fc.oneof(fc.string(), fc.array(part)),
    });
    fc.assert(
      fc.property(fc.array(message), (prompt) => {
        const { difficulty, inputTokens } = describeCall({ prompt });
        expect(difficulty).toBeGreaterThanOrEqual(0);
        expect(difficulty).toBeLessThanOrEqual(1);
        expect(inputTokens.p95).toBeGreaterThanOrEqual(inputTokens.expected);
      }),
    );
  });

  it('of hostile length is looked at in bounded time', () => {
    const hostile = '<a>'.repeat(200_000);
    expect(describeCall(ask(hostile)).inputTokens.expected).toBeGreaterThan(100_000);
  });
});
