import type { LanguageModelV4CallOptions, LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import type { Answer } from '../judge/answer.ts';

/** A generated result as the judges see it. */
export function answerOf(
  result: LanguageModelV4GenerateResult,
  params: LanguageModelV4CallOptions,
): Omit<Answer, 'candidateId'> {
  const text = result.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  const toolCalls = result.content.filter(
    (part) => part.type === 'tool-call' && part.providerExecuted !== true,
  );
  return {
    text: result.structuredOutputText ?? text,
    toolCalls: toolCalls.filter((part) => part.type === 'tool-call'),
    finishReason: result.finishReason,
    params,
  };
}
