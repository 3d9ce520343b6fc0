import type { LanguageModelV4CallOptions, LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import type { Failure } from '../failure/failure.ts';
import { isAnswerContent } from '../judge/has-content.ts';
import { judgeArguments } from '../judge/judge-arguments.ts';
import { judgeEmptiness } from '../judge/judge-emptiness.ts';
import { judgeFinish } from '../judge/judge-finish.ts';

/** The checks that every answer must pass. Undefined means it may be served. */
export function judgeGenerateResult(
  result: LanguageModelV4GenerateResult,
  params: LanguageModelV4CallOptions,
  provider: string,
): Failure | undefined {
  return (
    judgeFinish(result.finishReason, provider) ??
    judgeToolCalls(result, params, provider) ??
    judgeEmptiness({
      hasContent: result.content.some(isAnswerContent) || hasText(result.structuredOutputText),
      finishReason: result.finishReason,
      prompt: params.prompt,
    })
  );
}

function judgeToolCalls(
  result: LanguageModelV4GenerateResult,
  params: LanguageModelV4CallOptions,
  provider: string,
): Failure | undefined {
  for (const call of result.content) {
    if (call.type !== 'tool-call' || call.providerExecuted === true) continue;
    const failure = judgeArguments({ call, streamed: '', params, provider });
    if (failure !== undefined) return failure;
  }
  return undefined;
}

function hasText(text: string | undefined): boolean {
  return text !== undefined && text.trim().length > 0;
}
