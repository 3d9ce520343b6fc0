import type { LanguageModelV4FinishReason, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Failure } from '../failure/failure.ts';

/** What {@link judgeEmptiness} needs to know of an answer. */
export interface EmptinessInput {
  /** Whether the answer holds anything a user or a tool could use. */
  readonly hasContent: boolean;
  readonly finishReason: LanguageModelV4FinishReason;
  readonly prompt: LanguageModelV4Prompt;
}

/** An answer without content is a failure, except after a tool result, where silence can be the right answer. */
export function judgeEmptiness(input: EmptinessInput): Failure | undefined {
  const { hasContent, finishReason, prompt } = input;
  if (hasContent) return undefined;
  switch (finishReason.unified) {
    case 'content-filter':
      return { class: 'content-filter', message: 'The answer was filtered and is empty' };
    case 'length':
      return {
        class: 'empty',
        code: 'length-empty',
        message: 'The token limit was reached before any content: reasoning used it up',
      };
    default:
      return mayBeSilent(prompt, finishReason)
        ? undefined
        : { class: 'empty', message: 'The answer is empty' };
  }
}

function mayBeSilent(
  prompt: LanguageModelV4Prompt,
  finishReason: LanguageModelV4FinishReason,
): boolean {
  return finishReason.unified === 'stop' && prompt.at(-1)?.role === 'tool';
}
