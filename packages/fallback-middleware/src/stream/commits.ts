import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { HoldMode } from '../language/language-options.ts';
import { isOutputPart } from './is-output-part.ts';

/**
 * Whether a part is to be shown now, which binds the call to its attempt. A tool call of ours never is: it waits for
 * the finish. `textLength` counts the text so far, this part included.
 */
export function commits(
  part: LanguageModelV4StreamPart,
  hold: HoldMode,
  textLength: number,
): boolean {
  if (hold === 'until-valid' || !isOutputPart(part)) return false;
  if (part.type === 'tool-call') return part.providerExecuted === true;
  if (hold === 'first-content') return true;
  if (typeof hold === 'number') return textLength >= hold && textLength > 0;
  return part.type === 'text-delta' || part.type === 'file';
}
