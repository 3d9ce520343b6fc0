import type { Tier } from '@tierwise/catalog';

/** A model that may answer the call, and why it stands where it stands. */
export interface Candidate {
  readonly modelId: string;
  readonly tier: Tier;
  /** Estimated ability in points of the intelligence index. */
  readonly ability: number;
  /** Expected cost of this call, USD as an exact decimal string. */
  readonly estCostUsd: string;
  readonly reason: string;
}
