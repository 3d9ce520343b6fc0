import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamResult,
} from '@ai-sdk/provider';
import {
  type CallReport,
  type FallbackCandidate,
  generateWithFallback,
  streamWithFallback,
} from '@tierwise/fallback-middleware';
import { createWarmMemory } from '@tierwise/selector';
import type { ResolvedOptions } from '../options/tierwise-options.ts';
import { createPlanner, type Planner } from '../plan/create-planner.ts';
import { factsOf } from './facts-of.ts';
import type { Plan } from '../plan/plan.ts';
import { prepareParams } from '../prepare/prepare-params.ts';
import { escalation } from './escalation.ts';
import { learn } from './learn.ts';
import { rememberServed } from './remember-served.ts';
import { describeOutcome } from '../report/describe-outcome.ts';

/** Runs calls: plan, then fall through the candidates, then tell. */
export interface Runner {
  readonly plan: Planner;
  generate(call: RunOptions): Promise<LanguageModelV4GenerateResult>;
  stream(call: RunOptions): Promise<LanguageModelV4StreamResult>;
}

export interface RunOptions {
  readonly params: LanguageModelV4CallOptions;
  /** The wrapped model, asked last and only when `lastResort` is `wrapped`. */
  readonly wrapped?: LanguageModelV4 | undefined;
}

/** Joins planner, fallback engine and report; of a call it keeps only which model served its session. */
export function createRunner(options: ResolvedOptions): Runner {
  const warm = createWarmMemory();
  const plan = createPlanner(options, warm);
  const engineOptions = async (
    call: RunOptions,
  ): Promise<Parameters<typeof generateWithFallback>[0]> => {
    const planned = plan(call.params, await options.classifier?.(call.params));
    return {
      candidates: [...candidatesOf(planned, options), ...lastResortOf(call, options)],
      params: call.params,
      ...escalation(options.escalateBelow),
      ...options.fallback,
      clock: options.clock,
      metadata: (report: CallReport) => {
        learn(planned, report, options);
        rememberServed(planned, report, { warm, clock: options.clock });
        return { tierwise: describeOutcome({ plan: planned, report }) };
      },
    };
  };
  return {
    plan,
    generate: async (call) => generateWithFallback(await engineOptions(call)),
    stream: async (call) => streamWithFallback(await engineOptions(call)),
  };
}

function candidatesOf(plan: Plan, { provider }: ResolvedOptions): FallbackCandidate[] {
  return plan.selection.candidates.map(({ modelId }) => {
    const { model } = plan.catalog.resolve(modelId);
    return {
      id: modelId,
      model: provider.languageModel(modelId),
      prepare: (params) => prepareParams(params, model, plan),
      facts: factsOf(model),
    };
  });
}

function lastResortOf(
  { wrapped }: RunOptions,
  { lastResort }: ResolvedOptions,
): FallbackCandidate[] {
  return wrapped === undefined || lastResort === 'none'
    ? []
    : [{ id: wrapped.modelId, model: wrapped }];
}
