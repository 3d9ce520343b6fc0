import type { LanguageModelV4GenerateResult, LanguageModelV4StreamResult } from '@ai-sdk/provider';
import {
  type CallReport,
  FallbackExhaustedError,
  type FallbackCall,
  generateWithFallback,
  streamWithFallback,
} from '@tierwise/fallback-middleware';
import { createWarmMemory } from '@tierwise/selector';
import type { ResolvedOptions } from '../options/tierwise-options.ts';
import { createPlanner, type Planner } from '../plan/create-planner.ts';
import type { Plan } from '../plan/plan.ts';
import { attachMetadata } from '../report/attach-metadata.ts';
import { describeOutcome } from '../report/describe-outcome.ts';
import type { TierwiseMetadata } from '../report/tierwise-metadata.ts';
import { engineCall } from './engine-call.ts';
import { learn } from './learn.ts';
import { rememberServed } from './remember-served.ts';
import type { RunOptions } from './run-options.ts';
import { safely } from './safely.ts';

/** Runs calls: plan, then ask the candidates in order, then report. */
export interface Runner {
  readonly plan: Planner;
  generate(call: RunOptions): Promise<LanguageModelV4GenerateResult>;
  stream(call: RunOptions): Promise<LanguageModelV4StreamResult>;
}

/** Joins planner, fallback engine and report; of a call it keeps only which model served its session. */
export function createRunner(options: ResolvedOptions): Runner {
  const warm = createWarmMemory();
  const plan = createPlanner(options, warm);
  const { events } = options.fallback;
  const planned = async ({ params }: RunOptions): Promise<Plan> =>
    plan(params, await options.classifier?.(params));
  const run = async <Result>(
    call: RunOptions,
    engine: (input: FallbackCall) => Promise<Result>,
  ): Promise<Result> => {
    const decided = await planned(call);
    const tell = (report: CallReport): TierwiseMetadata => {
      safely(events, 'learner', () => learn(decided, report, options));
      rememberServed(decided, report, { warm, clock: options.clock });
      return describeOutcome({ plan: decided, report });
    };
    try {
      return await engine(engineCall(decided, call, options, tell));
    } catch (error) {
      if (FallbackExhaustedError.isInstance(error))
        safely(events, 'metadata', () => attachMetadata(error, tell(error.report)));
      throw error;
    }
  };
  return {
    plan,
    generate: (call) => run(call, generateWithFallback),
    stream: (call) => run(call, streamWithFallback),
  };
}
