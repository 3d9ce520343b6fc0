import { createLexicalIndex, type IndexedText } from './lexical-index.ts';

export interface ConversationIndexOptions {
  readonly texts: readonly IndexedText[];
  /** The conversation of each text. */
  readonly groups: readonly string[];
}

/** How much each conversation as a whole has to do with a query, from 0 to 1 for the one that has most. */
export type ConversationIndex = (terms: readonly string[]) => ReadonlyMap<string, number>;

/** Conversations as texts of their own: the words of a question may be spread over several turns. */
export function createConversationIndex({
  texts,
  groups,
}: ConversationIndexOptions): ConversationIndex {
  const merged = new Map<string, MutableText>();
  for (const [index, { counts, length }] of texts.entries()) {
    const group = groups[index] ?? '';
    const whole = merged.get(group) ?? { counts: new Map(), length: 0 };
    for (const [term, count] of counts) {
      whole.counts.set(term, (whole.counts.get(term) ?? 0) + count);
    }
    whole.length += length;
    merged.set(group, whole);
  }
  const search = createLexicalIndex({ texts: [...merged.values()] });
  return (terms) => {
    const scores = search(terms);
    const best = scores.reduce((most, score) => Math.max(most, score), 0) || 1;
    return new Map([...merged.keys()].map((group, at) => [group, (scores[at] ?? 0) / best]));
  };
}

interface MutableText {
  readonly counts: Map<string, number>;
  length: number;
}
