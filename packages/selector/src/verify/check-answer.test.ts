import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerLike } from './answer-like.ts';
import { checkAnswer } from './check-answer.ts';
import { createVerifier } from './create-verifier.ts';
import { equationsIn } from './equations.ts';
import { namedNumbersIn } from './named-numbers-in.ts';
import { numbersIn } from './numbers-in.ts';

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
    [
      'a result that is not in the working',
      answered('How many pens are 12 boxes of 8?', '12 * 8 = 96 pens.\n#### 69'),
      'copy',
    ],
    [
      'an answer that ends in the middle',
      answered('How many pens are 12 boxes of 8?', 'There are 12 * 8 ='),
      'finish',
    ],
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
  it.each<[string, [left: number, right: number][]]>([
    ['48 / 2 = 24', [[24, 24]]],
    ['she paid $12 x 3 + $5 = $41 in all', [[41, 41]]],
    ['5(6+3)=45', [[45, 45]]],
    ['$60/large painting x 8 large paintings = $480', [[480, 480]]],
    ['5kg * 3 = 15kg', [[15, 15]]],
    ['1,250 + 750 = 2,000', [[2_000, 2_000]]],
    ['20% of the 50 = 10', [[10, 10]]],
    ['3/4 of 20 = 15', [[15, 15]]],
    ['2 * 10 = $20 million', [[20, 20]]],
    ['50 stickers / 3 friends = 16 each', [[50 / 3, 16]]],
    [
      '7 * 60 = 420 seconds + 23 seconds = 443',
      [
        [420, 420],
        [443, 443],
      ],
    ],
    ['60 % of 50 = 0.6 * 50', [[30, 30]]],
    ['in 2024 there were 3 - 1 = 2', [[2, 2]]],
    [String.raw`\(\frac{3}{4} \times 20 = 15\)`, [[15, 15]]],
    [String.raw`12{,}000 \div 4 = 3{,}000`, [[3_000, 3_000]]],
    ['每盒 12 支，3 盒共 12×3＝36 支。', [[36, 36]]],
    ['單價３元，３ 乘以 ４ 等於 １２', [[12, 12]]],
    ['½ * 8 = 4', [[4, 4]]],
  ])('of "%s" are recomputed and hold', (text, sides) => {
    const found = equationsIn(text);
    expect(found.map(({ left, right }) => [left, right])).toEqual(sides);
    expect(found.every(({ holds }) => holds)).toBe(true);
  });

  it.each([
    '12 * 8 = 98',
    '4200 + 3000 = 8600',
    '20% of 50 = 12',
    '$1.25 * 4 = $6',
    '36 ÷ 4 = 8',
    String.raw`\frac{3}{4} \times 20 = 16`,
    '12×3＝38。',
  ])('of "%s" do not hold', (text) => {
    expect(equationsIn(text).map(({ holds }) => holds)).toEqual([false]);
  });

  it.each([
    '2x + 11 = 35',
    'B - 35 = 16',
    '2 + 1 1/2 = 3.5',
    '60 / 3/4 = 80',
    '11 a.m. - 2 hours = 9 a.m.',
    '7:50 + 30 minutes = 8:20',
    '600 x 30 = 18 000 watts',
    '45 * 0,2 = 9',
    '10% of $400 + $1580 = $1980',
    String.raw`\(x^2 - 4 = 0\)`,
    String.raw`2^7 - 3 \cdot 2^3 + 2 = 106`,
    String.raw`16 + 36 = 2\sqrt{13}`,
    String.raw`so \(a + b = \frac{7}{2}\) and \(ab = 1\)`,
    'f(9) + 2 = 9',
    '1/3 h = 72',
    '5² + 12² = 169',
    'in step 3 (4 + 5) = 9',
    String.raw`\binom{4}{2} \times 2 = 12`,
  ])('of "%s" are left alone: what it says depends on what is not written', (text) => {
    expect(equationsIn(text)).toEqual([]);
  });

  it('in deep brackets are left alone', () => {
    const deep = `1+${'('.repeat(1_900)}1${')'.repeat(1_900)} = 3`;
    expect(equationsIn(deep)).toEqual([]);
  });
});

describe('numbers', () => {
  it.each([
    ['1,248 and 1,2,3 and 0.5', [1_248, 1, 2, 3, 0.5]],
    ['買了１２個，每個 3 元', [12, 3]],
  ])('of "%s" are read', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  it('in words are read in English and Chinese', () => {
    expect(namedNumbersIn('twice as many as a dozen')).toEqual([2, 12]);
    expect(namedNumbersIn('三百二十個，两万，十二，半')).toEqual([320, 20_000, 12, 0.5]);
  });

  it('that an answer writes as words count as used', () => {
    const question = 'Ann has 2 red and 12 blue pens and 5 caps. How many things has she?';
    const text = 'Two red pens, a dozen blue ones and 5 caps make 19 things.';
    expect(findings(answered(question, text))).not.toContain('unused-numbers');
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

  it('moves with its threshold and reports what it saw', () => {
    const scores: number[] = [];
    const strict = createVerifier({ threshold: 0.99, onCheck: ({ score }) => scores.push(score) });
    expect(strict(answered('Say hi', 'Hi!')).passed).toBe(false);
    expect(scores).toHaveLength(1);
  });
});
