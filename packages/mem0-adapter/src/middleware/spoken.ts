import { textWithoutData, type MediaKind, type PartText } from '../message/part-to-text.ts';

/** Words of an answer as they follow each other, and marks, each of which stands on a line of its own. */
export function spoken(pieces: readonly (string | PartText)[]): {
  readonly text: string;
  readonly media: readonly MediaKind[];
} {
  const marks = pieces.filter((piece) => typeof piece !== 'string');
  const words = pieces.map((piece) => (typeof piece === 'string' ? piece : `\n${piece.text}\n`));
  // A picture that is written out in a stream comes in many pieces.
  const { text, omitted } = textWithoutData(words.join(''));
  return { text, media: [...marks.flatMap((mark) => mark.omitted), ...omitted] };
}
