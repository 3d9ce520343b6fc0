import type { LanguageModelV4CallOptions, LanguageModelV4Prompt } from '@ai-sdk/provider';
import { createChainCall, type ChainCall } from '../chain/chain-call.ts';
import type { CandidateGate } from '../chain/candidate-gate.ts';
import type { MaybePromise } from '../chain/pending.ts';
import { featureGate, rememberRefusal } from '../fit/feature-gate.ts';
import { fitGate } from '../fit/fit-gate.ts';
import { cleanPrompt } from '../hygiene/clean-prompt.ts';
import { withoutCacheMarkers } from '../hygiene/without-cache-markers.ts';
import { tellCallEnd } from '../report/tell-call-end.ts';
import type { LanguageCandidate } from './language-candidate.ts';
import { needsOrder, planOrder } from './plan-order.ts';
import type { PreparedCall } from './prepared-call.ts';
import { successorSource } from './successors.ts';

/** A language model call's state: the chain's, and what only language models have. */
export interface LanguageCall {
  readonly chain: ChainCall<LanguageCandidate>;
  readonly input: PreparedCall;
  /** Whom this call wanted to ask first, stickiness included. */
  readonly plannedFirstId: string | undefined;
}

/** Starts a call. Waits only where the order depends on more than the plan. */
export function createLanguageCall(
  input: PreparedCall,
  type: 'generate' | 'stream',
): MaybePromise<LanguageCall> {
  return needsOrder(input, type)
    ? planOrder(input, type).then((candidates) => startCall(input, candidates))
    : startCall(input, input.candidates);
}

function startCall(input: PreparedCall, candidates: readonly LanguageCandidate[]): LanguageCall {
  const { featureMemory, params, resolved } = input;
  const chain = createChainCall({
    candidates,
    signal: params.abortSignal,
    options: resolved,
    gates: gatesOf(input),
    successor: successorSource(input.successors),
    onFailure: featureMemory && rememberRefusal(params, featureMemory, resolved.clock),
    health: input.health,
    hedge: input.hedge,
  });
  return { chain, input, plannedFirstId: candidates[0]?.id };
}

function gatesOf(input: PreparedCall): CandidateGate<LanguageCandidate>[] {
  const { featureMemory, gate, params, resolved } = input;
  const gates: CandidateGate<LanguageCandidate>[] = [fitGate(params)];
  if (featureMemory !== undefined) gates.push(featureGate(params, featureMemory, resolved.clock));
  if (gate !== undefined) gates.push((candidate) => gate(candidate, params));
  return gates;
}

/** The call's options as one candidate is to see them. */
export function paramsFor(
  call: LanguageCall,
  candidate: LanguageCandidate,
  signal: AbortSignal,
): LanguageModelV4CallOptions {
  const { hygiene = true, params } = call.input;
  const prompt = hygiene ? promptFor(candidate, params.prompt) : params.prompt;
  const own = { ...params, prompt, abortSignal: signal };
  return candidate.prepare === undefined ? own : candidate.prepare(own);
}

function promptFor(
  candidate: LanguageCandidate,
  prompt: LanguageModelV4Prompt,
): LanguageModelV4Prompt {
  const cleaned = cleanPrompt(prompt, candidate.stamp.family);
  return candidate.facts?.cacheMarkers === false ? withoutCacheMarkers(cleaned) : cleaned;
}

/** Tells the hooks that a call is over. */
export function endCall(call: LanguageCall, error?: unknown): void {
  tellCallEnd(call.chain, error);
}
