import type { AnswerLike } from './answer-like.ts';
import { type AnswerCheck, checkAnswer } from './check-answer.ts';

/** Which answers pass. */
export interface CreateVerifierOptions {
  /** Answers below this score are escalated, 0 … 1. Default 0.5. */
  readonly threshold?: number | undefined;
  /** Called with every check, for example to keep scores for `calibrate`. */
  readonly onCheck?: ((check: AnswerCheck) => void) | undefined;
}

/** What the fallback engine's `verify` expects of a verifier. */
export interface VerifierVerdict {
  readonly passed: boolean;
  readonly reason?: string;
}

/** Makes a verifier for the fallback engine's `verify`: an answer below the threshold goes on to the next candidate. */
export function createVerifier({ threshold = 0.5, onCheck }: CreateVerifierOptions = {}): (
  answer: AnswerLike,
) => VerifierVerdict {
  return (answer) => {
    const check = checkAnswer(answer);
    onCheck?.(check);
    if (check.score >= threshold) return { passed: true };
    const [first] = check.findings;
    return { passed: false, reason: first === undefined ? 'below the threshold' : first.detail };
  };
}
