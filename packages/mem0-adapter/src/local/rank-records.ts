import { cosineSimilarity } from 'ai';
import type { ConversationIndex } from './conversation-index.ts';
import { fuseScores } from './fuse-scores.ts';
import type { LexicalIndex } from './lexical-index.ts';
import type { MemoryRecord } from './memory-record.ts';
import { smoothScores } from './smooth-scores.ts';

export interface RankRecordsOptions {
  readonly records: readonly MemoryRecord[];
  readonly index: LexicalIndex;
  readonly terms: readonly string[];
  /** Embedding of the query. */
  readonly vector?: readonly number[];
  /** Of records that stand in conversations; absent where each one stands alone. */
  readonly conversations?: ConversationIndex;
  readonly weights?: ContextWeights;
}

/** How much a record gains by what stands around it. */
export interface ContextWeights {
  /** Of the scores of those beside it, of those one further, and so on. */
  readonly neighbours: readonly number[];
  /** Of the highest score, where its conversation has most to do with the query. */
  readonly conversation: number;
}

export interface RankedRecord {
  readonly record: MemoryRecord;
  /** Above 0, at most 1. */
  readonly score: number;
}

// Chosen on the development part of LoCoMo with `scripts/choose-weights.ts`, which also measures what such a
// choice is worth on a conversation that it has not seen. The optimum is flat.
const defaultWeights: ContextWeights = { neighbours: [0.3, 0.3], conversation: 0.4 };

/** The records that have something to do with the query, best first; equal scores keep their order. */
export function rankRecords(options: RankRecordsOptions): RankedRecord[] {
  const { records, index, terms, vector } = options;
  const lexical = index(terms);
  const own = vector === undefined ? lexical : fuseScores(lexical, similarities(records, vector));
  const scores = withContext(own, options);
  const best = highest(scores);
  return records
    .map((record, at) => ({ record, score: best > 0 ? (scores[at] ?? 0) / best : 0 }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score);
}

/** What stands far from every word of the query gains nothing by its conversation. */
function withContext(
  scores: readonly number[],
  { records, terms, conversations, weights = defaultWeights }: RankRecordsOptions,
): readonly number[] {
  if (conversations === undefined) return scores;
  const groups = records.map(({ conversation }) => conversation);
  const relevance = conversations(terms);
  const share = weights.conversation * highest(scores);
  return smoothScores({ scores, groups, weights: weights.neighbours }).map((score, at) =>
    score > 0 ? score + share * (relevance.get(groups[at] ?? '') ?? 0) : 0,
  );
}

function highest(scores: readonly number[]): number {
  return scores.reduce((most, score) => Math.max(most, score), 0);
}

/** A record without a vector, or with one of another model, is like nothing. */
function similarities(records: readonly MemoryRecord[], vector: readonly number[]): number[] {
  const query = [...vector];
  return records.map((record) =>
    record.vector?.length === query.length ? cosineSimilarity(query, [...record.vector]) : 0,
  );
}
