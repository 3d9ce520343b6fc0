import { createRandom } from '../time/random.ts';
import { hashText } from '../time/hash-text.ts';

/** Words, and pairs of ideographs, which stand for words in Chinese. */
function featuresOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) =>
    /[\u3400-\u9fff]/.test(word)
      ? Array.from({ length: Math.max(1, word.length - 1) }, (_, index) =>
          word.slice(index, index + 2),
        )
      : [word],
  );
}

/**
 * A vector of unit length in which texts that share words are near: each word adds a pseudo-random direction. It knows no synonyms;
 * good enough to test that a search finds the text it looks for.
 */
export function embedText(text: string, dimensions: number): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const feature of featuresOf(text)) {
    const random = createRandom(hashText(feature));
    for (let index = 0; index < dimensions; index += 1)
      vector[index] = (vector[index] ?? 0) + random() - 0.5;
  }
  const length = Math.hypot(...vector);
  return length === 0
    ? vector.map((_, index) => Number(index === 0))
    : vector.map((value) => value / length);
}
