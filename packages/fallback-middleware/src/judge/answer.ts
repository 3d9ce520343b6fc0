import type {
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4ToolCall,
} from '@ai-sdk/provider';

/** A whole answer, generated or streamed, as judges see it. */
export interface Answer {
  readonly candidateId: string;
  /** All text parts, joined. */
  readonly text: string;
  /** Calls of the caller's own tools. */
  readonly toolCalls: readonly LanguageModelV4ToolCall[];
  readonly finishReason: LanguageModelV4FinishReason;
  /** What was asked. */
  readonly params: LanguageModelV4CallOptions;
}
