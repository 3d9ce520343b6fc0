import type { Capability, Modality } from '@tierwise/catalog';
import type { Signal } from '../difficulty/signal.ts';
import type { Task } from '../task/task.ts';
import type { Language } from './detect-language.ts';

/** A number of tokens before the call: the likely one, and one that is rarely exceeded. */
export interface TokenRange {
  readonly expected: number;
  readonly p95: number;
}

/** What a call needs from a model, read from its AI SDK call options alone. */
export interface Requirements {
  readonly task: Task;
  /** 0 (anything can answer) … 1 (only the ablest can). */
  readonly difficulty: number;
  /** What the difficulty is made of, largest first. The amounts sum to the score behind `difficulty`; worked out when it is read. */
  readonly signals: readonly Signal[];
  readonly language: Language;
  readonly inputModalities: readonly Modality[];
  readonly capabilities: readonly Capability[];
  readonly inputTokens: TokenRange;
  readonly outputTokens: TokenRange;
  /** The prompt ends with tool results: a step inside a run, not a fresh turn. */
  readonly agentStep: boolean;
}
