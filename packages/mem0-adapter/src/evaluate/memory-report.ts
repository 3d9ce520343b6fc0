import type { Attempt } from '../extraction/attempt.ts';
import type { FactMatch } from './match-facts.ts';
import type { MemoryCaseKind, MemoryCaseLanguage } from './memory-case.ts';

/** How one case went. */
export interface MemoryCaseResult extends FactMatch {
  readonly id: string;
  readonly language: MemoryCaseLanguage;
  readonly kind: MemoryCaseKind;
  /** The answer was the JSON that was asked for, be it at the second try with double the room. */
  readonly isValid: boolean;
  /** Why not, where it was not. */
  readonly failure?: NonNullable<Extract<Attempt, { outcome: 'failed' }>['failure']>['class'];
  readonly facts: readonly string[];
  readonly durationMs: number;
  /** Absent where the provider reported no cost. */
  readonly costUsd?: string;
}

/** A share of 0 to 1, or `null` where there was nothing to take a share of. */
export type Share = number | null;

/** The scores of a group of cases. */
export interface MemoryScores {
  readonly caseCount: number;
  /** Answers that were the JSON asked for. */
  readonly validity: Share;
  /** Expected facts that were found. */
  readonly recall: Share;
  /** Facts that were expected. */
  readonly precision: Share;
  /** Facts that repeat another one or a known memory. */
  readonly duplicates: Share;
  /** Cases with a fact that none may hold. */
  readonly forbidden: Share;
  /** Cases without anything to remember in which nothing was. */
  readonly silence: Share;
}

/** What a model is worth for memories. */
export interface MemoryModelReport {
  readonly modelId: string;
  /** A simulated provider answered: the scores say nothing about a real model. */
  readonly simulated: boolean;
  readonly all: MemoryScores;
  readonly byLanguage: Readonly<Record<string, MemoryScores>>;
  readonly byKind: Readonly<Record<string, MemoryScores>>;
  /** Of all cases, exact; absent where the provider did not report every cost. */
  readonly costUsd?: string;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly cases: readonly MemoryCaseResult[];
}
