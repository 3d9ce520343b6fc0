import type { CallReport, FallbackCall } from '@tierwise/fallback-middleware';
import type { ResolvedOptions } from '../options/tierwise-options.ts';
import type { Plan } from '../plan/plan.ts';
import type { TierwiseMetadata } from '../report/tierwise-metadata.ts';
import { candidatesOf } from './candidates-of.ts';
import { chainEvents } from './chain-events.ts';
import type { RunOptions } from './run-options.ts';
import { escalation } from './escalation.ts';
import { gateOf } from './gate-of.ts';
import { guardSpend } from './guard-spend.ts';
import { stickinessOf } from './stickiness-of.ts';

/** A decided call in the words of the fallback engine. */
export function engineCall(
  plan: Plan,
  call: RunOptions,
  options: ResolvedOptions,
  tell: (report: CallReport) => TierwiseMetadata,
): FallbackCall {
  const { maxCostUsd } = plan.policy;
  const spend = maxCostUsd === undefined ? undefined : guardSpend(plan, maxCostUsd);
  const { stickiness, ...fallback } = options.fallback;
  return {
    ...escalation(options.escalateBelow, spend),
    ...fallback,
    ...stickinessOf(plan, stickiness),
    candidates: candidatesOf(plan, call, options),
    params: call.params,
    gate: gateOf(plan, spend, options.fallback.gate),
    events: chainEvents(spend?.events, options.fallback.events),
    clock: options.clock,
    metadata: (report) => ({ tierwise: tell(report) }),
  };
}
