import type { CallReport } from '@tierwise/fallback-middleware';
import type { ResolvedOptions } from '../options/tierwise-options.ts';
import type { Plan } from '../plan/plan.ts';
import { learn } from './learn.ts';

/** Learns; what a learner throws goes to `events.onHookError`, and costs neither the answer nor its story. */
export function learnSafely(
  plan: Plan,
  report: CallReport,
  options: Pick<ResolvedOptions, 'learner' | 'clock' | 'fallback'>,
): void {
  try {
    learn(plan, report, options);
  } catch (error) {
    reportError(options.fallback.events?.onHookError, error);
  }
}

type OnHookError = NonNullable<ResolvedOptions['fallback']['events']>['onHookError'];

function reportError(onHookError: OnHookError, error: unknown): void {
  try {
    Promise.resolve(onHookError?.(error, 'learner')).catch(() => undefined);
  } catch {
    // The hook for hook errors has nobody to report to.
  }
}
