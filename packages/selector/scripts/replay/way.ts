import type { Requirements } from '../../src/index.ts';
import type { AbilityOffset } from '../../src/choose/ability-offset.ts';
import type { WarmModel } from '../../src/choose/warm-model.ts';
import type { ModelIndex } from '../../src/model-index/index-models.ts';

export interface WayRequest {
  readonly index: ModelIndex;
  readonly requirements: Requirements;
  readonly at: Date;
  readonly warm: WarmModel | undefined;
  /** What was learned so far; nothing in ways that do not learn. */
  readonly offsetOf: AbilityOffset | undefined;
  /** In [0, 1), the same for the same call in every way. */
  readonly random: () => number;
}

/** A model to try, with the chance of a right answer where the way has an opinion of it. */
export interface Choice {
  readonly modelId: string;
  readonly pOk?: number;
}

/** A way of choosing: the models to try for a call, in their order. */
export interface Way {
  readonly name: string;
  /** Whether an answer that an assumed verifier doubts goes on to the next model. */
  readonly verified?: boolean;
  /** Whether it hears of some outcomes and learns from them. */
  readonly learns?: boolean;
  readonly choose: (request: WayRequest) => readonly Choice[];
}
