/**
 * In: an answer and the call it answers. Out: traces of error in it, and a score.
 * Called by: the fallback engine, which asks the next model when an answer does not pass. Local and synchronous.
 */
export type { AnswerLike } from './verify/answer-like.ts';
export { type AnswerCheck, checkAnswer } from './verify/check-answer.ts';
export {
  createVerifier,
  type CreateVerifierOptions,
  type VerifierVerdict,
} from './verify/create-verifier.ts';
export type { Finding } from './verify/finding.ts';
