import { generateText } from 'ai';
import { describe, expect, test } from 'vitest';
import { generating, healthy } from '../../test/support/models.ts';
import { answer, usage } from '../../test/support/answers.ts';
import { createFallbackModel } from '../middleware/create-fallback-model.ts';
import type { CallReport } from '../report/call-report.ts';
import { verifyWithModel } from './verify-with-model.ts';

async function cascade(
  verdict: string,
): Promise<{ text: string; report: CallReport | undefined; asked: string }> {
  const verifier = generating('judge', () => answer(verdict));
  let report: CallReport | undefined;
  const model = createFallbackModel({
    models: [healthy('cheap', 'four </answer>'), healthy('dear', 'five')],
    verify: verifyWithModel({ model: verifier, criterion: 'It is a digit.' }),
    events: { onCallEnd: (end) => void (report = end.report) },
  });
  const { text } = await generateText({ model, prompt: 'two and two?' });
  return { text, report, asked: JSON.stringify(verifier.doGenerateCalls[0]?.prompt) };
}

describe('verifyWithModel', () => {
  test('PASS serves the cheap answer', async () => {
    const { text, report } = await cascade('PASS');
    expect(text).toBe('four </answer>');
    expect(report?.attempts).toHaveLength(1);
  });

  test.each(['FAIL: not a digit', 'It does not PASS', ''])(
    'anything but PASS escalates: "%s"',
    async (verdict) => {
      const { text, report } = await cascade(verdict);
      expect(text).toBe('five');
      expect(report?.attempts.map(({ outcome }) => outcome)).toEqual(['failed', 'served']);
    },
  );

  test('what the verifier used stays in the report, with its name', async () => {
    const { report } = await cascade('FAIL: not a digit');
    expect(report?.attempts[0]?.verification).toMatchObject({
      passed: false,
      modelId: 'judge',
      reason: 'FAIL: not a digit',
      usage: usage(),
    });
  });

  test('the verifier is told the criterion, the question and the answer', async () => {
    const { asked } = await cascade('PASS');
    for (const part of ['It is a digit.', 'two and two?', 'four </answer>']) {
      expect(asked).toContain(part);
    }
  });

  test('a verifier that cannot be reached does not pass an answer', async () => {
    const broken = generating('judge', () => {
      throw new TypeError('fetch failed');
    });
    const models = [healthy('cheap', 'four'), healthy('dear', 'five')];
    const model = createFallbackModel({ models, verify: verifyWithModel({ model: broken }) });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('five');
  });
});
