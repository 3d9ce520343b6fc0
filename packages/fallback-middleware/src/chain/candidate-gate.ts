import type { ChainCandidate } from './chain-candidate.ts';
import type { MaybePromise } from './pending.ts';

/** Why a candidate is not asked now. */
export interface GateRefusal {
  /** In words; ends up in the report. */
  readonly skip: string;
  /**
   * The candidate may still be asked when nobody else is left (the gate may be wrong), if all other gates let it
   * through; absent means never in this call.
   */
  readonly lastResort?: boolean;
}

/** Decides right before an attempt whether a candidate may be asked. Undefined means yes. */
export type CandidateGate<C extends ChainCandidate> = (
  candidate: C,
) => MaybePromise<GateRefusal | undefined>;
