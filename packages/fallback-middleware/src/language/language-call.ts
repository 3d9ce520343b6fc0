import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { createChainCall, reportOf, type ChainCall } from '../chain/chain-call.ts';
import { resolveChainOptions } from '../chain/chain-options.ts';
import { emit } from '../report/emit.ts';
import { toLanguageCandidates, type LanguageCandidate } from './language-candidate.ts';
import type { FallbackCall } from './language-options.ts';

/** A language model call's state: the chain's, and what only language models have. */
export interface LanguageCall {
  readonly chain: ChainCall<LanguageCandidate>;
  readonly input: FallbackCall;
}

/** Starts a call. */
export function createLanguageCall(input: FallbackCall): LanguageCall {
  const chain = createChainCall({
    candidates: toLanguageCandidates(input.candidates),
    signal: input.params.abortSignal,
    options: resolveChainOptions(input),
  });
  return { chain, input };
}

/** The call's options as one candidate is to see them. */
export function paramsFor(
  call: LanguageCall,
  candidate: LanguageCandidate,
  signal: AbortSignal,
): LanguageModelV4CallOptions {
  const params = { ...call.input.params, abortSignal: signal };
  return candidate.prepare === undefined ? params : candidate.prepare(params);
}

/** Tells the hooks that a call is over. */
export function endCall(call: LanguageCall, error?: unknown): void {
  const { events } = call.chain.options;
  if (events.onCallEnd === undefined) return;
  const report = reportOf(call.chain);
  const told = error === undefined ? { report } : { report, error };
  emit(events, 'onCallEnd', () => events.onCallEnd?.(told));
}
