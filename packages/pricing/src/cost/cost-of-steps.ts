import type { Model } from '@tierwise/catalog';
import type { CallCost } from './call-cost.ts';
import type { CostOfOptions } from './cost-of-options.ts';
import { costOf } from './cost-of.ts';
import { type TotalCost, totalCost } from './total-cost.ts';

/** A step of the AI SDK (`result.steps[]`), or an attempt: what it used, and who served it. */
export interface Step {
  readonly usage: unknown;
  readonly response?: { readonly modelId?: string };
}

/** The steps of a tool loop, and how to find the prices of each. */
export interface CostOfStepsOptions extends Omit<CostOfOptions, 'usage' | 'model'> {
  readonly steps: readonly Step[];
  /** The prices of the model that served a step, by `response.modelId`; `undefined` when it is not known. */
  readonly modelOf: (modelId: string | undefined) => Pick<Model, 'id' | 'prices'> | undefined;
}

/** What the steps cost together, and each by itself. */
export interface StepsCost extends TotalCost {
  readonly steps: readonly CallCost[];
}

/**
 * What several steps cost together. The SDK's own sum of usages loses the wire usage and with it the reported cost, so
 * each step is priced by itself. A step of a model without known prices still counts by what was reported.
 */
export function costOfSteps({ steps, modelOf, ...options }: CostOfStepsOptions): StepsCost {
  const costs = steps.map(({ usage, response }) => {
    const model = modelOf(response?.modelId) ?? unknownModel(response?.modelId);
    return costOf({ ...options, usage, model });
  });
  return { ...totalCost(costs), steps: costs };
}

function unknownModel(id = 'unknown'): Pick<Model, 'id' | 'prices'> {
  return { id, prices: { rates: {}, overrides: [], dynamic: false } };
}
