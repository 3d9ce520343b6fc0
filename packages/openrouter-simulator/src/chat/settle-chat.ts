import { isBilled, isFailure } from '../faults/bill.ts';
import type { Call } from '../http/call.ts';
import type { Frame } from '../http/frame.ts';
import type { Ending } from '../http/play-frames.ts';
import { formatAmount } from '../money/decimal.ts';
import { billServed } from './bill-served.ts';
import type { Served } from './served.ts';
import { wireGeneration } from './wire-generation.ts';

const tokensIn = (frames: readonly Frame[]): number =>
  frames.reduce((sum, frame) => sum + (frame.type === 'event' ? frame.tokens : 0), 0);

/** Whether the caller left before the end. After the last word nothing is lost. */
function wasCancelled(ending: Ending, sent: readonly Frame[]): boolean {
  return (
    ending === 'cancelled' &&
    !sent.some((frame) => frame.type === 'done' || frame.type === 'document')
  );
}

/** A caller who leaves pays for the prompt and for what was sent by then. */
function servedUntil(call: Call, served: Served, sent: readonly Frame[]): Served {
  const completionTokens = Math.min(tokensIn(sent), served.usage.completionTokens);
  const usage = { ...served.usage, completionTokens };
  const bill = billServed(call.simulation, { ...served, usage, atMs: call.record.read().atMs });
  return { ...served, usage, bill };
}

/** Books a call when its body has ended: money, generation, record. */
export function settleChat(
  call: Call,
  served: Served,
  ending: Ending,
  sent: readonly Frame[],
): void {
  const { accounts, generations } = call.simulation;
  const isCancelled = wasCancelled(ending, sent);
  const final = isCancelled ? servedUntil(call, served, sent) : served;
  const { usage, bill, model, endpoint } = final;
  const cost = isBilled(served.fault) ? bill.cost : 0n;
  served.release();
  accounts.book({
    key: call.key(),
    atMs: call.record.read().atMs,
    modelId: model.id,
    modelSlug: model.canonical_slug,
    providerName: endpoint.provider_name,
    tag: endpoint.tag,
    promptTokens: usage.promptTokens,
    completionTokens: usage.completionTokens,
    reasoningTokens: usage.reasoningTokens,
    cost,
    byok: bill.isByok ? bill.upstream : 0n,
  });
  const hasFailed = ending === 'reset' || isFailure(served.fault);
  call.record.update({
    usage,
    costUsd: formatAmount(cost),
    outcome: isCancelled ? 'cancelled' : hasFailed ? 'failed' : 'served',
  });
  generations.put(served.generationId, wireGeneration(call, final, { cost, isCancelled }));
}
