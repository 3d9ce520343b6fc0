import type { Candidate } from './candidate.ts';

/**
 * Reorders so that each next candidate comes from a vendor not used yet, as long as there is one; otherwise
 * the order stays. One vendor's outage then costs one attempt.
 */
export function alternateVendors<T extends Pick<Candidate, 'modelId'>>(
  candidates: readonly T[],
): T[] {
  const rounds: T[][] = [];
  const seen = new Map<string, number>();
  for (const candidate of candidates) {
    const vendor = candidate.modelId.split('/', 1)[0] ?? candidate.modelId;
    const round = seen.get(vendor) ?? 0;
    seen.set(vendor, round + 1);
    (rounds[round] ??= []).push(candidate);
  }
  return rounds.flat();
}
