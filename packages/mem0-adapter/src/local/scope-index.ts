import { createConversationIndex } from './conversation-index.ts';
import { countTerms, createLexicalIndex, type IndexedText } from './lexical-index.ts';
import type { MemoryRecord } from './memory-record.ts';
import { rankRecords, type RankedRecord, type RankRecordsOptions } from './rank-records.ts';
import { tokenize } from './tokenize.ts';

export interface ScopeIndexQuery {
  readonly query: string;
  readonly vector?: readonly number[];
}

/** The records of one scope, ready to be searched. */
export interface ScopeIndex {
  search(query: ScopeIndexQuery): RankedRecord[];
  /** The same for changed records; texts that stayed are not read again. */
  update(records: readonly MemoryRecord[]): ScopeIndex;
}

interface IndexedRecord extends IndexedText {
  readonly text: string;
}

export function createScopeIndex(
  records: readonly MemoryRecord[],
  known: ReadonlyMap<string, IndexedRecord> = new Map(),
): ScopeIndex {
  const texts = new Map(
    records.map(({ id, text }) => {
      const old = known.get(id);
      return [id, old?.text === text ? old : { text, ...countTerms(tokenize(text)) }];
    }),
  );
  const poolOf = (kind: MemoryRecord['kind']): Pool => {
    const pool = records.filter((record) => record.kind === kind);
    const indexed = pool.map(({ id }) => texts.get(id) ?? countTerms([]));
    return { records: pool, texts: indexed, index: createLexicalIndex({ texts: indexed }) };
  };
  // Facts were drawn from a conversation and have no neighbours in it.
  const facts = poolOf('fact');
  const turns = withConversations(poolOf('turn'));
  return {
    search({ query, vector }) {
      const asked = { terms: tokenize(query), ...(vector && { vector }) };
      return interleave(rankRecords({ ...facts, ...asked }), rankRecords({ ...turns, ...asked }));
    },
    update: (changed) => createScopeIndex(changed, texts),
  };
}

interface Pool extends Pick<RankRecordsOptions, 'records' | 'index' | 'conversations'> {
  readonly texts: readonly IndexedText[];
}

function withConversations(pool: Pool): Pool {
  const groups = pool.records.map(({ conversation }) => conversation);
  return { ...pool, conversations: createConversationIndex({ texts: pool.texts, groups }) };
}

/** Best fact, best turn, second fact, …: their scores come from different pools and do not compare. */
function interleave(
  facts: readonly RankedRecord[],
  turns: readonly RankedRecord[],
): RankedRecord[] {
  const length = Math.max(facts.length, turns.length);
  return Array.from({ length }, (_, rank) => [facts[rank], turns[rank]])
    .flat()
    .filter((ranked) => ranked !== undefined);
}
