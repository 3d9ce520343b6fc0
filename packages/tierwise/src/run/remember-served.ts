import type { CallReport } from '@tierwise/fallback-middleware';
import type { WarmMemory } from '@tierwise/selector';
import type { ResolvedOptions } from '../options/tierwise-options.ts';
import type { Plan } from '../plan/plan.ts';

/** Notes which model has the session's prompt in its cache now. A call without a session is not noted. */
export function rememberServed(
  { callOptions, requirements }: Plan,
  { served }: CallReport,
  { warm, clock }: { readonly warm: WarmMemory; readonly clock: ResolvedOptions['clock'] },
): void {
  const { session } = callOptions;
  if (session === undefined || served === null) return;
  warm.served({
    session,
    modelId: served.candidateId,
    inputTokens: requirements.inputTokens.expected,
    atMs: clock.nowMs(),
  });
}
