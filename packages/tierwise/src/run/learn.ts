import type { AttemptReport, CallReport } from '@tierwise/fallback-middleware';
import type { OutcomeResult } from '@tierwise/selector/learn';
import type { ResolvedOptions } from '../options/tierwise-options.ts';
import type { Plan } from '../plan/plan.ts';
import { UNCHECKED } from './escalation.ts';

/** Tells the learner how each checked answer did. An answer nobody checked says nothing. */
export function learn(
  plan: Plan,
  { attempts }: CallReport,
  { learner, clock }: Pick<ResolvedOptions, 'learner' | 'clock'>,
): void {
  if (learner === undefined) return;
  for (const attempt of attempts) {
    const result = resultOf(attempt);
    const expected = plan.selection.candidates.find(
      ({ modelId }) => modelId === attempt.candidateId,
    );
    if (result === undefined || expected === undefined) continue;
    learner.record({
      modelId: attempt.candidateId,
      task: plan.requirements.task,
      result,
      pOk: expected.pOk,
      atMs: clock.nowMs(),
    });
  }
}

function resultOf({ verification, failure }: AttemptReport): OutcomeResult | undefined {
  if (verification?.reason === UNCHECKED) return undefined;
  if (verification !== undefined) return verification.passed ? 'ok' : 'escalated';
  return failure?.class === 'invalid-output' || failure?.class === 'bad-tool-call'
    ? 'rejected'
    : undefined;
}
