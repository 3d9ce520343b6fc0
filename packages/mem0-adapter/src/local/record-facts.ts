import { hashText } from '../backend/hash-text.ts';
import type { MemoryAddOptions } from '../backend/memory-backend.ts';
import { scopeKey } from '../backend/scope-key.ts';
import type { ExtractedFact } from './memory-extractor.ts';
import type { MemoryRecord } from './memory-record.ts';
import { conversationOf } from './record-turns.ts';

export interface RecordFactsOptions {
  readonly facts: readonly ExtractedFact[];
  readonly add: MemoryAddOptions;
}

/** Facts as records. A fact is its words: the same words in the same scope are the same record. */
export async function recordFacts({ facts, add }: RecordFactsOptions): Promise<MemoryRecord[]> {
  const { scope, observedAt, metadata } = add;
  const named = await Promise.all(
    facts.map(async ({ text, attributedTo }): Promise<MemoryRecord> => ({
      id: await idOf(text, add),
      kind: 'fact',
      text: text.trim(),
      scope,
      conversation: conversationOf(add),
      ...(attributedTo && { attributedTo }),
      createdAt: observedAt,
      ...(metadata && { metadata }),
    })),
  );
  const ids = named.map(({ id }) => id);
  return named.filter(({ id }, index) => ids.indexOf(id) === index);
}

async function idOf(text: string, { scope }: MemoryAddOptions): Promise<string> {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim();
  return `fact-${(await hashText(JSON.stringify([scopeKey(scope), words]))).slice(0, 32)}`;
}
