import type { Task } from '../task/task.ts';
import type { TokenRange } from './requirements.ts';

/**
 * Tokens that an answer usually takes, by kind of work. Assumptions of ours, stated so that an estimate can
 * be argued with; a caller's `maxOutputTokens` bounds them.
 */
const EXPECTED: { readonly [Name in Task]: number } = {
  'agent-step': 300,
  chat: 150,
  code: 900,
  extraction: 250,
  factual: 120,
  'long-context': 600,
  maths: 500,
  reasoning: 900,
  summarise: 350,
  translate: 300,
  vision: 300,
  write: 700,
};

/** An answer rarely exceeds its expected length by more than this factor. */
const P95_FACTOR = 4;

/** Expects the length of an answer before the call. */
export function expectOutputTokens({
  task,
  maxOutputTokens = Number.POSITIVE_INFINITY,
}: {
  readonly task: Task;
  readonly maxOutputTokens?: number | undefined;
}): TokenRange {
  const expected = EXPECTED[task];
  return {
    expected: Math.min(expected, maxOutputTokens),
    p95: Math.min(expected * P95_FACTOR, maxOutputTokens),
  };
}
