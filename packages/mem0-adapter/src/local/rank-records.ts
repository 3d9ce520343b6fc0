import { cosineSimilarity } from 'ai';
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
  /** How much a record gains from its neighbours in the conversation. */
  readonly neighbourWeight: number;
}

export interface RankedRecord {
  readonly record: MemoryRecord;
  /** Above 0, at most 1. */
  readonly score: number;
}

/** The records that have something to do with the query, best first; equal scores keep their order. */
export function rankRecords(options: RankRecordsOptions): RankedRecord[] {
  const { records, index, terms, vector, neighbourWeight: weight } = options;
  const lexical = index(terms);
  const scores =
    vector === undefined ? lexical : fuseScores(lexical, similarities(records, vector));
  const groups = records.map(({ conversation }) => conversation);
  const smoothed = smoothScores({ scores, groups, weight });
  const best = smoothed.reduce((most, score) => Math.max(most, score), 0);
  return records
    .map((record, at) => ({ record, score: best > 0 ? (smoothed[at] ?? 0) / best : 0 }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score);
}

/** A record without a vector, or with one of another model, is like nothing. */
function similarities(records: readonly MemoryRecord[], vector: readonly number[]): number[] {
  const query = [...vector];
  return records.map((record) =>
    record.vector?.length === query.length ? cosineSimilarity(query, [...record.vector]) : 0,
  );
}
