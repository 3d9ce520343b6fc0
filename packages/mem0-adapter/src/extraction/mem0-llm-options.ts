import type {
  LanguageModelV2,
  LanguageModelV3,
  LanguageModelV4,
  SharedV4ProviderOptions,
} from '@ai-sdk/provider';
import type { Mem0LlmUsage } from '../backend/mem0-llm-usage.ts';
import type { Attempt } from './attempt.ts';

/** Any AI SDK language model, wrapped or not. */
export type Mem0LlmModel = LanguageModelV4 | LanguageModelV3 | LanguageModelV2;

interface Mem0LlmSettings {
  /** Limit of one answer, tokens; doubled once in a request where an answer ran into it. Default: 4096. */
  readonly maxOutputTokens?: number;
  /** Deadline of one attempt; for a model that wraps a chain, of its whole chain. Default: 30_000 ms. */
  readonly timeoutMs?: number;
  /**
   * Where no model gave a whole answer but one was cut off, use the memories in it that are whole,
   * and lose the others. Default: false, nothing is used and the call rejects.
   */
  readonly salvage?: boolean;
  /** Handed to every model as it is, e.g. OpenRouter's `provider.require_parameters`. */
  readonly providerOptions?: SharedV4ProviderOptions;
  /** Called after each attempt, whatever its outcome. */
  readonly onAttempt?: (attempt: Attempt) => void;
  /** Called for each attempt that reported usage, failed ones included: they are billed too. */
  readonly onUsage?: (usage: Mem0LlmUsage) => void;
  /** Epoch milliseconds. Default: Date.now. */
  readonly now?: () => number;
}

/** One model, or several in the order in which they are asked. */
export type Mem0LlmOptions = Mem0LlmSettings &
  (
    | { readonly model: Mem0LlmModel; readonly models?: never }
    | { readonly models: readonly Mem0LlmModel[]; readonly model?: never }
  );
