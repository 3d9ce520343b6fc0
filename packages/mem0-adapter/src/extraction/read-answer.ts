import type { LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import type { AttemptFailure } from './attempt-failure.ts';
import { parseExtraction } from './parse-extraction.ts';
import { salvageExtraction } from './salvage-extraction.ts';

/** What a finished call is worth to Mem0. */
export type Answer =
  | { readonly type: 'usable'; readonly text: string }
  | {
      readonly type: 'unusable';
      readonly failure: AttemptFailure;
      /** What is whole in an answer that was cut off. */
      readonly partialText?: string;
    };

export type ReadAnswer = (result: LanguageModelV4GenerateResult) => Answer;

/** Reads an extraction; a valid empty list is usable. */
export const readExtractionAnswer: ReadAnswer = (result) => {
  const text = textOf(result);
  const extraction = parseExtraction(text);
  if (extraction !== undefined) return { type: 'usable', text: JSON.stringify(extraction) };
  const partial = isCutOff(result) ? salvageExtraction(text) : undefined;
  return {
    type: 'unusable',
    failure: failureOf(result, text),
    ...(partial && { partialText: JSON.stringify(partial) }),
  };
};

/** Reads free text, which only has to be there and complete. */
export const readTextAnswer: ReadAnswer = (result) => {
  const text = textOf(result);
  if (text.trim() !== '' && !isCutOff(result)) return { type: 'usable', text };
  return { type: 'unusable', failure: failureOf(result, text) };
};

function textOf(result: LanguageModelV4GenerateResult): string {
  const parts = result.content.map((part) => (part.type === 'text' ? part.text : ''));
  return result.structuredOutputText ?? parts.join('');
}

/** `other` without a reason of the provider's own: the answer ended before there was one. */
function isCutOff({ finishReason: { unified, raw } }: LanguageModelV4GenerateResult): boolean {
  if (unified === 'other') return raw === undefined || raw === 'error';
  return unified === 'length' || unified === 'interrupted' || unified === 'error';
}

function failureOf(result: LanguageModelV4GenerateResult, text: string): AttemptFailure {
  const finish = `(finish reason ${result.finishReason.raw ?? result.finishReason.unified})`;
  if (text.trim() === '') {
    return { class: 'empty', isRetryable: true, message: `the answer is empty ${finish}` };
  }
  if (isCutOff(result)) {
    return { class: 'truncated', isRetryable: false, message: `the answer is cut off ${finish}` };
  }
  const message = `the answer of ${text.length} characters is not a memory extraction ${finish}`;
  return { class: 'invalid-output', isRetryable: false, message };
}
