import type { Tier } from '@tierwise/catalog';

/** A model that may answer the call, and why it stands where it stands. */
export interface Candidate {
  readonly modelId: string;
  readonly tier: Tier;
  /** Estimated ability at this kind of work, in points of the intelligence index. */
  readonly ability: number;
  /** The estimated chance that it answers this call rightly, 0 … 1. */
  readonly pOk: number;
  /** Expected cost of this call, USD as an exact decimal string. */
  readonly estCostUsd: string;
  readonly reason: string;
}
