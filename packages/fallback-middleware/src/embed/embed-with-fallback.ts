import type { EmbeddingModelV4CallOptions, EmbeddingModelV4Result } from '@ai-sdk/provider';
import type { Attempt } from '../chain/attempt.ts';
import { createChainCall } from '../chain/chain-call.ts';
import { resolveChainOptions, type ChainOptions } from '../chain/chain-options.ts';
import { JudgedFailure } from '../chain/judged-failure.ts';
import { runCall, type Answered } from '../chain/run-call.ts';
import type { HealthOptions } from '../health/health-options.ts';
import type { AttemptRecord } from '../report/attempt-record.ts';
import { toldMetadata, type StoryTeller } from '../report/told-metadata.ts';
import {
  compatibleCandidates,
  type EmbeddingCandidate,
  type UpgradedEmbeddingCandidate,
} from './embedding-candidate.ts';

/** What steers an embedding call besides its candidates. */
export interface EmbedOptions extends ChainOptions {
  readonly health?: HealthOptions;
  /** As for language models: merged into the result's `providerMetadata`. */
  readonly metadata?: StoryTeller;
}

/** One embedding call of the engine. */
export interface EmbedCall extends EmbedOptions {
  readonly candidates: readonly EmbeddingCandidate[];
  readonly params: EmbeddingModelV4CallOptions;
}

/**
 * Embeds all values with one candidate; vectors of different models are never mixed. Only candidates that share the
 * first one's `space` are asked.
 * @throws FallbackExhaustedError when none answered; the caller's own reason after an abort.
 */
export async function embedWithFallback(input: EmbedCall): Promise<EmbeddingModelV4Result> {
  const { params } = input;
  const chain = createChainCall({
    candidates: compatibleCandidates(input.candidates),
    signal: params.abortSignal,
    options: resolveChainOptions(input),
    health: input.health,
  });
  const result = await runCall(chain, (attempt) =>
    embedAttempt(params, attempt, chain.options.attemptTimeoutMs),
  );
  const providerMetadata = toldMetadata(chain, input.metadata, result.providerMetadata);
  return providerMetadata === undefined ? result : { ...result, providerMetadata };
}

async function embedAttempt(
  params: EmbeddingModelV4CallOptions,
  attempt: Attempt<UpgradedEmbeddingCandidate>,
  timeoutMs: number,
): Promise<Answered<UpgradedEmbeddingCandidate, EmbeddingModelV4Result>> {
  const { candidate, record } = attempt;
  attempt.startDeadline('attempt', timeoutMs);
  const own = { ...params, abortSignal: attempt.signal };
  const prepared = candidate.prepare === undefined ? own : candidate.prepare(own);
  const result = await attempt.guard(candidate.model.doEmbed(prepared));
  recordTokens(record, result);
  if (result.embeddings.length !== params.values.length || result.embeddings.some(isEmpty)) {
    const message = `Got ${result.embeddings.length} vectors for ${params.values.length} values`;
    throw new JudgedFailure({ class: 'empty', message });
  }
  return { attempt, result };
}

/** Embeddings report one number; the report tells it where language models tell theirs. */
function recordTokens(record: AttemptRecord, result: EmbeddingModelV4Result): void {
  if (result.providerMetadata !== undefined) record.providerMetadata = result.providerMetadata;
  if (result.usage === undefined) return;
  const { tokens } = result.usage;
  record.usage = {
    inputTokens: { total: tokens, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: 0, text: undefined, reasoning: undefined },
  };
}

function isEmpty(vector: readonly number[]): boolean {
  return vector.length === 0;
}
