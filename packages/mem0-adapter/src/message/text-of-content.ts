import { joinTexts, partToText, type PartText } from './part-to-text.ts';

/** The content of a message, text or parts or a single part, as text. */
export function textOfContent(content: unknown): PartText {
  return joinTexts([content].flat().map(partToText));
}
