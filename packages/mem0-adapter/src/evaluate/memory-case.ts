import type { MemoryMessage } from '../backend/memory-message.ts';

/** Language of a case: English, Traditional or Simplified Chinese. */
export type MemoryCaseLanguage = 'en' | 'zh-Hant' | 'zh-Hans';

/**
 * `plain`: something new. `update`: a known fact changed. `contradiction`: the speaker takes something
 * back in the same talk. `nothing`: there is nothing to remember. `duplicate`: all is known. `long`:
 * few facts in much talk. `hostile`: the talk tries to give orders.
 */
export type MemoryCaseKind =
  | 'plain'
  | 'update'
  | 'contradiction'
  | 'nothing'
  | 'duplicate'
  | 'long'
  | 'hostile';

/** A fact by its words: each entry must be there, in one of its spellings, `|` between them. */
export type ExpectedFact = readonly string[];

/** A talk, and what a good memory keeps of it. */
export interface MemoryCase {
  readonly id: string;
  readonly language: MemoryCaseLanguage;
  readonly kind: MemoryCaseKind;
  readonly messages: readonly MemoryMessage[];
  /** When it was said, ISO 8601. */
  readonly observedAt: string;
  /** What is remembered already. */
  readonly known: readonly string[];
  readonly expected: readonly ExpectedFact[];
  /** Words that no memory may hold together: what was taken back, what nobody said. */
  readonly forbidden: readonly ExpectedFact[];
}
