import { readPrompt } from '../requirements/read-prompt.ts';
import type { AnswerLike } from './answer-like.ts';
import type { ReadAnswer } from './finding.ts';

/** Longer answers are checked at their beginning and their end: a check must not cost more than it saves. */
const LOOKED_AT = 20_000;

/** Reads what the checks need of an answer, once. */
export function readAnswer({ text, toolCalls, finishReason, params }: AnswerLike): ReadAnswer {
  return {
    text:
      text.length <= LOOKED_AT
        ? text
        : `${text.slice(0, LOOKED_AT / 2)}\n${text.slice(-LOOKED_AT / 2)}`,
    question: readPrompt(params).question,
    toolCalls: toolCalls ?? [],
    finishReason: finishReason?.unified ?? 'stop',
    tools: params.tools ?? [],
    toolRequired: params.toolChoice?.type === 'required' || params.toolChoice?.type === 'tool',
    json: params.responseFormat?.type === 'json' ? params.responseFormat : null,
  };
}
