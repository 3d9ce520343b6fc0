import type { LanguageOptions } from '@tierwise/fallback-middleware';
import { createVerifier } from '@tierwise/selector/verify';

/** What the engine needs to escalate answers below a score; nothing when nothing is checked. */
export function escalation(below: number | null): Pick<LanguageOptions, 'hold' | 'verify'> {
  if (below === null) return {};
  // A stream that was shown cannot be taken back, so it is held until its answer has passed.
  return { verify: createVerifier({ threshold: below }), hold: 'until-valid' };
}
