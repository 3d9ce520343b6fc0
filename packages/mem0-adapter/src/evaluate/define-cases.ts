import type { MemoryMessage } from '../backend/memory-message.ts';
import type {
  ExpectedFact,
  MemoryCase,
  MemoryCaseKind,
  MemoryCaseLanguage,
} from './memory-case.ts';

/** A case as it is written down: what the user and the assistant say in turn, the user first. */
export interface CaseDraft {
  readonly kind: MemoryCaseKind;
  readonly said: string | readonly string[];
  readonly known?: readonly string[];
  /** Facts, their words separated by a space. */
  readonly expected?: readonly string[];
  readonly forbidden?: readonly string[];
}

/** The day of every case, so that "tomorrow" in it has one meaning. A Thursday. */
const observedAt = '2026-03-05T09:00:00.000Z';

/** Drafts of one language as cases, numbered. */
export function defineCases(
  language: MemoryCaseLanguage,
  drafts: readonly CaseDraft[],
): readonly MemoryCase[] {
  return drafts.map(({ kind, said, known = [], expected = [], forbidden = [] }, index) => ({
    id: `${language}-${String(index + 1).padStart(2, '0')}-${kind}`,
    language,
    kind,
    messages: [said].flat().map(toMessage),
    observedAt,
    known,
    expected: expected.map(toFact),
    forbidden: forbidden.map(toFact),
  }));
}

function toMessage(content: string, index: number): MemoryMessage {
  return { role: index % 2 === 0 ? 'user' : 'assistant', content };
}

function toFact(words: string): ExpectedFact {
  return words.split(' ');
}
