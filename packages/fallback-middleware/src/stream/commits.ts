import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { isOutputPart } from './is-output-part.ts';

/** Whether showing this part binds the call to its attempt. A tool call of ours never does: it waits for the finish. */
export function commits(part: LanguageModelV4StreamPart, hold: 'first-content' | 'text'): boolean {
  if (!isOutputPart(part)) return false;
  if (part.type === 'tool-call') return part.providerExecuted === true;
  if (hold === 'first-content') return true;
  return part.type === 'text-delta' || part.type === 'file';
}
