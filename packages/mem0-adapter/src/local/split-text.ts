const longestPiece = 1000;
const sentence = /[^.!?。！？\n]*[.!?。！？\n]*\s*/gu;

/** A text in pieces of at most 1,000 characters, cut after a sentence where there is one. */
export function splitText(text: string): string[] {
  if (text.length <= longestPiece) return [text];
  const pieces: string[] = [];
  let piece = '';
  for (const part of (text.match(sentence) ?? []).flatMap(cutHard)) {
    if (piece.length + part.length > longestPiece) {
      pieces.push(piece);
      piece = '';
    }
    piece += part;
  }
  return [...pieces, piece].map((each) => each.trim()).filter((each) => each !== '');
}

function cutHard(part: string): string[] {
  const count = Math.ceil(part.length / longestPiece);
  return Array.from({ length: count }, (_, index) =>
    part.slice(index * longestPiece, (index + 1) * longestPiece),
  );
}
