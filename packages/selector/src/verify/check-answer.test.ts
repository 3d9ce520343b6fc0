import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerLike } from './answer-like.ts';
import { checkAnswer } from './check-answer.ts';
import { createVerifier } from './create-verifier.ts';
import { equationsIn } from './equations.ts';

function answered(question: string, text: string, changes: Partial<AnswerLike> = {}): AnswerLike {
  return { text, params: { prompt: [{ role: 'user', content: question }] }, ...changes };
}

function findings(answer: AnswerLike): string[] {
  return checkAnswer(answer).findings.map(({ check }) => check);
}

const tool = { type: 'function', name: 'weather' };
const prompt = [{ role: 'user', content: 'Do it.' }];
const schema = { type: 'object', required: ['total'] };

describe('the checks', () => {
  it.each<[string, AnswerLike, string]>([
    ['an empty answer', answered('Say hi', ' '), 'empty'],
    [
      'a cut answer',
      answered('Say hi', 'Hi the', { finishReason: { unified: 'length' } }),
      'finish',
    ],
    ['a refusal', answered('Say hi', "I'm sorry, but I can't help with that."), 'refusal'],
    ['a Chinese refusal', answered('寫一首詩', '很抱歉，我不能完成這個要求。'), 'refusal'],
    [
      'prose instead of JSON',
      answered('', 'Sure!', { params: { prompt, responseFormat: { type: 'json' } } }),
      'schema',
    ],
    [
      'a missing key',
      answered('', '{"sum":1}', { params: { prompt, responseFormat: { type: 'json', schema } } }),
      'schema',
    ],
    [
      'a tool nobody offered',
      answered('', '', {
        toolCalls: [{ toolName: 'fly', input: '{}' }],
        params: { prompt, tools: [tool] },
      }),
      'tool-call',
    ],
    [
      'broken arguments',
      answered('', '', {
        toolCalls: [{ toolName: 'weather', input: '{"a":' }],
        params: { prompt, tools: [tool] },
      }),
      'tool-call',
    ],
    [
      'a missing call',
      answered('', 'Sunny.', {
        params: { prompt, tools: [tool], toolChoice: { type: 'required' } },
      }),
      'tool-call',
    ],
    [
      'wrong arithmetic',
      answered('How many pens are 12 boxes of 8?', '12 * 8 = 98, so 98 pens.'),
      'arithmetic',
    ],
    [
      'unused numbers',
      answered(
        'Ann has 5 red, 7 blue and 9 green pens. How many pens?',
        'She has 5 + 7 = 12 pens.',
      ),
      'unused-numbers',
    ],
    ['a negative count', answered('How many of 3 cats and 9 dogs stay?', '3 - 9 = -6'), 'result'],
    ['hedging', answered('Who wrote it?', "I'm not sure, but it might be Lu Xun."), 'hedging'],
    [
      'the wrong language',
      answered(
        '请用两三句话介绍一下你自己和你最擅长的工作',
        'I am an assistant and I am good at many things, such as writing and planning.',
      ),
      'language',
    ],
  ])('find %s', (_title, answer, check) => {
    expect(findings(answer)).toContain(check);
    expect(checkAnswer(answer).score).toBeLessThan(0.95);
  });

  it.each([
    ['Say hi', 'Hi there!'],
    ['How many pens are 12 boxes of 8?', '12 boxes × 8 pens/box = 96 pens. The answer is 96.'],
    ['A coat of $80 is 25% off. How much is it?', '80 * 25% = $20, so it costs $80 - $20 = $60.'],
    [
      '把這句話翻譯成英文：明天會下雨，記得帶傘出門，不要忘了喔',
      'It is going to rain tomorrow, so remember to take an umbrella with you when you leave.',
    ],
  ])('let a right answer to "%s" pass', (question, text) => {
    expect(checkAnswer(answered(question, text)).score).toBeGreaterThan(0.8);
  });

  it('explain their score', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (question, text) => {
        const { score, findings: found } = checkAnswer(answered(question, text));
        const sum = found.reduce((total, { amount }) => total + amount, 0);
        expect(score).toBeCloseTo(1 / (1 + Math.exp(sum - 3)), 9);
      }),
    );
  });
});

describe('equations', () => {
  it.each([
    ['48 / 2 = 24', [[24, 24]]],
    ['she paid $12 x 3 + $5 = $41 in all', [[41, 41]]],
    ['5(6+3)=45', [[45, 45]]],
    ['$60/large painting x 8 large paintings = $480', [[480, 480]]],
    [
      '1 + 2 = 3 + 4 = 7',
      [
        [3, 7],
        [7, 7],
      ],
    ],
    ['2x + 11 = 35', []],
    ['2 + 1 1/2 = 3.5', []],
    ['in 2024 there were 3 - 1 = 2', [[2, 2]]],
  ])('of "%s" are recomputed', (text, sides) => {
    expect(equationsIn(text).map(({ left, right }) => [left, right])).toEqual(sides);
  });
});

describe('a verifier', () => {
  it('passes what is clean and says why it does not pass the rest', () => {
    const verify = createVerifier();
    expect(verify(answered('Say hi', 'Hi!'))).toEqual({ passed: true });
    expect(verify(answered('What is 12 * 8?', '12 * 8 = 98. I am not sure.'))).toEqual({
      passed: false,
      reason: '1 of 1 calculations are wrong',
    });
  });

  it('moves with its threshold and tells what it saw', () => {
    const scores: number[] = [];
    const strict = createVerifier({ threshold: 0.99, onCheck: ({ score }) => scores.push(score) });
    expect(strict(answered('Say hi', 'Hi!')).passed).toBe(false);
    expect(scores).toHaveLength(1);
  });
});
