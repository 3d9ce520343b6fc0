import type { LanguageOptions } from '@tierwise/fallback-middleware';
import { createVerifier } from '@tierwise/selector/verify';
import type { SpendGuard } from './guard-spend.ts';

/** The verdict on an answer that was not looked at. The learner knows it by this reason. */
export const UNCHECKED = 'served unchecked: maxCostUsd leaves no room to ask another model';

/**
 * What the engine needs to escalate answers below a score; nothing when nothing is checked. An answer that no other could
 * replace, because of the call's maximum, is served as it is: it is paid for.
 */
export function escalation(
  below: number | null,
  spend: Pick<SpendGuard, 'hasRoom'> | undefined,
): Pick<LanguageOptions, 'hold' | 'verify'> {
  if (below === null) return {};
  const verify = createVerifier({ threshold: below });
  return {
    verify: (answer) =>
      spend?.hasRoom() === false ? { passed: true, reason: UNCHECKED } : verify(answer),
    // A stream that was shown cannot be taken back, so it is held until its answer has passed.
    hold: 'until-valid',
  };
}
