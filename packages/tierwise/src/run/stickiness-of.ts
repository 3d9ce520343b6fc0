import type { FallbackCandidate, StickinessOptions } from '@tierwise/fallback-middleware';
import type { Plan } from '../plan/plan.ts';

/**
 * An agent's run stays with whoever served its last step, so that a dead model is paid for once and not at every step:
 * where that one is as able as this step asks, and the step does not name its models itself. What the user sets holds.
 */
export function stickinessOf(
  { policy, selection }: Plan,
  given: StickinessOptions | false | undefined,
): { readonly stickiness?: StickinessOptions } {
  if (given === false || policy.models !== undefined) return {};
  const chanceOf = ({ id }: FallbackCandidate): number =>
    selection.candidates.find(({ modelId }) => modelId === id)?.pOk ?? 0;
  const mayStay: StickinessOptions['mayStay'] = ({ from, to }) =>
    chanceOf(from) >= Math.min(selection.target, chanceOf(to));
  return { stickiness: { mayStay, ...given } };
}
