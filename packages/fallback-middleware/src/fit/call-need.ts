import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { InputModality } from '../candidate/candidate-facts.ts';
import { usesTools, wantsStructuredOutput } from './call-features.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { modalitiesOf } from './modalities-of.ts';

/** What a call asks of a model. */
export interface CallNeed {
  /** A low estimate: a wrong exclusion loses a call, a wrong inclusion costs one quick refusal. */
  readonly inputTokens: number;
  /** What the caller reserved for the answer, 0 when nothing. */
  readonly outputTokens: number;
  readonly modalities: ReadonlySet<InputModality>;
  readonly tools: boolean;
  readonly structuredOutput: boolean;
}

/** Reads {@link CallNeed} off the call's options. */
export function callNeedOf(params: LanguageModelV4CallOptions): CallNeed {
  return {
    inputTokens: estimateTokens(params),
    outputTokens: params.maxOutputTokens ?? 0,
    modalities: modalitiesOf(params.prompt),
    tools: usesTools(params),
    structuredOutput: wantsStructuredOutput(params),
  };
}
