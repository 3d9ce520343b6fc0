import { logit } from '../ability/success.ts';
import type { PickedModel } from './picked-model.ts';
import { rankOf } from './rank-of.ts';
import type { ScoreModelsOptions } from './score-models.ts';
import { takeBest } from './take-best.ts';

export interface ByTargetOptions extends ScoreModelsOptions {
  readonly count: number;
  /** 1 for each rank that must not be taken. Default none. */
  readonly barred?: Readonly<Uint8Array> | undefined;
}

/** The cheapest models that reach the target, then the ablest of the rest. */
export function byTarget(target: number, options: ByTargetOptions): PickedModel[] {
  const { suitable, count, barred } = options;
  const { costs, losses } = suitable.table.workspace;
  const wanted = target <= 0 ? Number.POSITIVE_INFINITY : -logit(target);
  const most = Math.min(wanted, mostLossOf(options));
  const able = takeBest({ suitable, count, keys: costs, ties: losses, atMost: most, barred });
  const left = count - able.length;
  const rest =
    left === 0
      ? []
      : takeBest({ suitable, count: left, keys: losses, ties: costs, above: most, barred });
  return explainTarget(able, rest, target, options);
}

function explainTarget(
  able: readonly number[],
  rest: readonly number[],
  target: number,
  { requirements: { task, difficulty } }: ByTargetOptions,
): PickedModel[] {
  const need = `${(target * 100).toFixed(0)} % of ${task} calls at difficulty ${difficulty.toFixed(2)}`;
  return [
    ...able.map((rank, place) => ({
      rank,
      reason: `${place === 0 ? 'cheapest' : 'next cheapest, other vendors first,'} that should get ${need} right`,
    })),
    ...rest.map((rank) => ({ rank, reason: `ablest left: fewer than ${need}` })),
  ];
}

/** Inside a tool loop nothing less able than the model that began it comes first. */
function mostLossOf({ suitable, requirements, warm }: ByTargetOptions): number {
  if (!requirements.agentStep || warm === undefined) return Number.POSITIVE_INFINITY;
  const began = rankOf(suitable, warm.modelId);
  return suitable.table.workspace.losses[began] ?? Number.POSITIVE_INFINITY;
}
