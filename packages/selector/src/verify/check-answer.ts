import { logistic } from '../ability/success.ts';
import type { AnswerLike } from './answer-like.ts';
import { checkArithmetic } from './check-arithmetic.ts';
import { checkCopy } from './check-copy.ts';
import { checkEffort } from './check-effort.ts';
import { checkFinish } from './check-finish.ts';
import { checkHedging } from './check-hedging.ts';
import { checkImplausible } from './check-implausible.ts';
import { checkJson } from './check-json.ts';
import { checkLanguage } from './check-language.ts';
import { checkRefusal } from './check-refusal.ts';
import { checkToolCalls } from './check-tool-calls.ts';
import { checkUnusedNumbers } from './check-unused-numbers.ts';
import type { Check, Finding } from './finding.ts';
import { readAnswer } from './read-answer.ts';

/** What local checks say about an answer. */
export interface AnswerCheck {
  /** 0 (surely wrong) … 1 (nothing found). An order, not a probability: calibrate before reading it as one. */
  readonly score: number;
  /** The heaviest first; their amounts explain the score. */
  readonly findings: readonly Finding[];
}

/** The logit of an answer in which nothing was found. */
const CLEAN = 3;

const CHECKS: readonly Check[] = [
  checkFinish,
  checkRefusal,
  checkJson,
  checkToolCalls,
  checkArithmetic,
  checkCopy,
  checkUnusedNumbers,
  checkImplausible,
  checkHedging,
  checkLanguage,
  checkEffort,
];

/**
 * Looks for traces of error in a whole answer, without a model and without waiting: finish reason, refusal, schema, tool calls,
 * recomputed arithmetic, a result that its working does not hold, unused numbers, hedging, language, length of the way. It
 * finds slips of calculation; a question that was misread and then calculated well leaves no trace, so a clean score is no
 * proof.
 */
export function checkAnswer(answer: AnswerLike): AnswerCheck {
  const read = readAnswer(answer);
  const findings = CHECKS.flatMap((check) => check(read) ?? []).toSorted(
    (one, other) => other.amount - one.amount,
  );
  const sum = findings.reduce((total, { amount }) => total + amount, 0);
  return { score: logistic(CLEAN - sum), findings };
}
