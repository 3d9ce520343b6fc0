import type { Attempt } from '../chain/attempt.ts';
import type { Failure } from '../failure/failure.ts';
import { redact } from '../failure/redact.ts';
import type { Answer } from '../judge/answer.ts';
import { judgeAnswer } from '../judge/judge-answer.ts';
import { runVerifier } from '../judge/run-verifier.ts';
import type { Verifier } from '../judge/verify-options.ts';
import type { LanguageCall } from './language-call.ts';
import type { LanguageCandidate } from './language-candidate.ts';

/** Whether the caller wants whole answers checked. */
export function isAssessed({ input }: LanguageCall): boolean {
  return input.judge !== undefined || input.verify !== undefined;
}

/** Runs the caller's checks on a whole answer: the judge first, then, while somebody is left to ask, the verifier. */
export async function assessAnswer(
  call: LanguageCall,
  attempt: Attempt<LanguageCandidate>,
  answer: Omit<Answer, 'candidateId'>,
): Promise<Failure | undefined> {
  const { judge, verify } = call.input;
  const whole = { ...answer, candidateId: attempt.candidate.id };
  const failure = judge === undefined ? undefined : await attempt.guard(judgeAnswer(whole, judge));
  if (failure !== undefined || verify === undefined) return failure;
  return call.chain.queue.waiting.length === 0 ? undefined : unverified(verify, attempt, whole);
}

async function unverified(
  verify: Verifier,
  attempt: Attempt<LanguageCandidate>,
  answer: Answer,
): Promise<Failure | undefined> {
  const verification = await attempt.guard(runVerifier(verify, answer, attempt.signal));
  attempt.record.verification = verification;
  if (verification.passed) return undefined;
  const message = redact(verification.reason ?? 'The answer did not pass verification');
  return { class: 'invalid-output', code: 'unverified', message };
}
