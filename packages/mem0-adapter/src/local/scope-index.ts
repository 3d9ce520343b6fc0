import { countTerms, createLexicalIndex, type IndexedText } from './lexical-index.ts';
import type { MemoryRecord } from './memory-record.ts';
import { rankRecords, type RankedRecord } from './rank-records.ts';
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

// The share of a neighbour's score that did best on the development part of LoCoMo, without and with vectors.
const neighbourWeights = { lexical: 0.4, hybrid: 0.35 };

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
  const pools = (['fact', 'turn'] as const).map((kind) => {
    const pool = records.filter((record) => record.kind === kind);
    return { kind, records: pool, index: createLexicalIndex({ texts: pool.map(textOf) }) };
  });
  function textOf({ id }: MemoryRecord): IndexedText {
    return texts.get(id) ?? countTerms([]);
  }
  return {
    search({ query, vector }) {
      const terms = tokenize(query);
      const smoothing = neighbourWeights[vector === undefined ? 'lexical' : 'hybrid'];
      const [facts = [], turns = []] = pools.map(({ kind, ...pool }) =>
        // Facts were drawn from a conversation and have no neighbours in it.
        rankRecords({
          ...pool,
          terms,
          neighbourWeight: kind === 'turn' ? smoothing : 0,
          ...(vector && { vector }),
        }),
      );
      return interleave(facts, turns);
    },
    update: (changed) => createScopeIndex(changed, texts),
  };
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
