import type {
  LanguageModelV2,
  LanguageModelV3,
  LanguageModelV4,
  LanguageModelV4CallOptions,
} from '@ai-sdk/provider';
import type { CandidateFacts } from './candidate-facts.ts';

/** Any language model the AI SDK accepts as an object. */
export type AnyLanguageModel = LanguageModelV2 | LanguageModelV3 | LanguageModelV4;

/** One entry of a call's plan. */
export interface FallbackCandidate {
  /** Our identity, unique in a chain: the same model with other settings is another candidate. */
  readonly id: string;
  readonly model: AnyLanguageModel;
  /** Changes the call for this candidate only (settings, hygiene, provider options). Must not mutate what it is given. */
  readonly prepare?: (params: LanguageModelV4CallOptions) => LanguageModelV4CallOptions;
  /**
   * Whose key and host it uses: a rejected key or an unreachable host rules out every candidate of the same account.
   * Default: the model's `provider` up to the first dot.
   */
  readonly account?: string;
  /**
   * Models of one family read each other's reasoning signatures. Default: the vendor in the model id (`vendor/model`),
   * else the provider.
   */
  readonly family?: string;
  /** What is known about the model; unknown facts never exclude a candidate. */
  readonly facts?: CandidateFacts;
}
