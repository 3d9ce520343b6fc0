import type { LanguageModelV4FinishReason } from '@ai-sdk/provider';
import type { Failure } from '../failure/failure.ts';
import { isOpenRouter } from './is-openrouter.ts';

/** What the finish reason alone says: `error`, or a cut answer. Undefined means it may stand. */
export function judgeFinish(
  finishReason: LanguageModelV4FinishReason,
  provider: string,
): Failure | undefined {
  const { unified, raw } = finishReason;
  if (unified === 'error' || raw === 'error') {
    return { class: 'error-finish', message: 'The model finished with reason "error"' };
  }
  if (unified === 'interrupted' || (raw === undefined && isOpenRouter(provider))) {
    return { class: 'truncated', message: 'The answer ended without a finish reason: it was cut' };
  }
  return undefined;
}
