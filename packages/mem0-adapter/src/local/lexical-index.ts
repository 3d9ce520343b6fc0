/** One text as its terms. */
export interface IndexedText {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

export interface LexicalIndexOptions {
  readonly texts: readonly IndexedText[];
  /** How fast repeating a term stops to matter. Default: 0.9. */
  readonly k1?: number;
  /** How much a long text is held back. Default: 0.4. */
  readonly b?: number;
}

/** Scores every text against the terms of a query, in the order of the texts. */
export type LexicalIndex = (terms: readonly string[]) => number[];

/** The terms of one text, counted. */
export function countTerms(terms: readonly string[]): IndexedText {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { counts, length: terms.length };
}

/**
 * BM25 (Robertson and Zaragoza, 2009) over these texts. The defaults did best on the development
 * part of LoCoMo; the usual 1.2 and 0.75 differ by less than its standard error.
 */
export function createLexicalIndex({
  texts,
  k1 = 0.9,
  b = 0.4,
}: LexicalIndexOptions): LexicalIndex {
  const postings = collectPostings(texts);
  const meanLength = texts.reduce((sum, { length }) => sum + length, 0) / texts.length || 1;
  const norms = texts.map(({ length }) => k1 * (1 - b + (b * length) / meanLength));
  return (terms) => {
    const scores = texts.map(() => 0);
    for (const term of terms) {
      const found = postings.get(term) ?? [];
      const weight = Math.log((texts.length - found.length + 0.5) / (found.length + 0.5) + 1);
      for (const { index, count } of found) {
        const gain = (weight * count * (k1 + 1)) / (count + (norms[index] ?? k1));
        scores[index] = (scores[index] ?? 0) + gain;
      }
    }
    return scores;
  };
}

interface Posting {
  readonly index: number;
  readonly count: number;
}

function collectPostings(texts: readonly IndexedText[]): ReadonlyMap<string, readonly Posting[]> {
  const postings = new Map<string, Posting[]>();
  for (const [index, { counts }] of texts.entries()) {
    for (const [term, count] of counts) {
      const found = postings.get(term);
      if (found === undefined) postings.set(term, [{ index, count }]);
      else found.push({ index, count });
    }
  }
  return postings;
}
