import type { ChainCandidate } from '../chain/chain-candidate.ts';
import type { HealthSnapshot, HealthStore } from './health-store.ts';

/** How a call uses health. */
export interface HealthOptions {
  readonly store: HealthStore;
  /** Under which name a candidate's health is kept. @default its id */
  readonly keyOf?: (candidate: ChainCandidate) => string;
  /**
   * When nobody else is left and breakers are open: ask behind them once all the same, one caller at a time (a call
   * without any attempt yet asks in any case), or fail at once.
   * @default 'ask-first'
   */
  readonly whenAllOpen?: 'ask-first' | 'fail';
  /** How long a call waits for the store before it does without. @default 250 */
  readonly timeoutMs?: number;
  /** Puts the plan into another order by what is known; see {@link healthiestFirst}. Default: the order stays. */
  readonly reorder?: HealthOrder;
}

/** The candidates in the order in which they are to be asked. It may leave some out, but not add any. */
export type HealthOrder = (
  candidates: readonly ChainCandidate[],
  health: ReadonlyMap<string, HealthSnapshot>,
) => readonly ChainCandidate[];
