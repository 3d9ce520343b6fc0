import type { ImageModelV4, ImageModelV4CallOptions, ImageModelV4Result } from '@ai-sdk/provider';
import type { Attempt } from '../chain/attempt.ts';
import { createChainCall } from '../chain/chain-call.ts';
import { resolveChainOptions, type ChainOptions } from '../chain/chain-options.ts';
import { JudgedFailure } from '../chain/judged-failure.ts';
import { runCall, type Answered } from '../chain/run-call.ts';
import type { HealthOptions } from '../health/health-options.ts';

/** One entry of an image chain. */
export interface ImageCandidate {
  readonly id: string;
  readonly model: ImageModelV4;
  readonly prepare?: (params: ImageModelV4CallOptions) => ImageModelV4CallOptions;
  readonly account?: string;
}

/** One image call of the engine. Its story is told through `events`: image metadata has no room for it. */
export interface ImageCall extends ChainOptions {
  readonly candidates: readonly ImageCandidate[];
  readonly params: ImageModelV4CallOptions;
  readonly health?: HealthOptions;
}

/**
 * Images of one candidate, over an ordered list. `response.modelId` names the model that answered.
 * @throws FallbackExhaustedError when none answered; the caller's own reason after an abort.
 */
export async function imageWithFallback(input: ImageCall): Promise<ImageModelV4Result> {
  const { candidates, params } = input;
  const chain = createChainCall({
    candidates,
    signal: params.abortSignal,
    options: resolveChainOptions(input),
    health: input.health,
  });
  return runCall(chain, (attempt) => imageAttempt(params, attempt, chain.options.attemptTimeoutMs));
}

async function imageAttempt(
  params: ImageModelV4CallOptions,
  attempt: Attempt<ImageCandidate>,
  timeoutMs: number,
): Promise<Answered<ImageCandidate, ImageModelV4Result>> {
  const { candidate, record } = attempt;
  attempt.startDeadline('attempt', timeoutMs);
  const own = { ...params, abortSignal: attempt.signal };
  const prepared = candidate.prepare === undefined ? own : candidate.prepare(own);
  const result = await attempt.guard(candidate.model.doGenerate(prepared));
  record.responseModelId = result.response.modelId;
  if (result.images.length === 0) {
    throw new JudgedFailure({ class: 'empty', message: 'The answer holds no image' });
  }
  return { attempt, result };
}
