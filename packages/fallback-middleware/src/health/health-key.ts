import type { ChainCandidate } from '../chain/chain-candidate.ts';
import type { HealthOptions } from './health-options.ts';

/** The name under which a candidate's health is kept; its id where the caller's function fails. */
export function healthKeyOf({ keyOf }: HealthOptions, candidate: ChainCandidate): string {
  try {
    return keyOf?.(candidate) ?? candidate.id;
  } catch {
    // As with a store that fails: health must not lose a call.
    return candidate.id;
  }
}
