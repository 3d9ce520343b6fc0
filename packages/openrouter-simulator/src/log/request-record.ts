import type { Fault } from '../faults/fault.ts';

/** What a call used, as the wire's `usage` would say. */
export interface RecordedUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly reasoningTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
}

/** One endpoint that was tried for a call. */
export interface RecordedAttempt {
  readonly model: string;
  readonly provider: string;
  /** The upstream's status: 200, or that of a fault. */
  readonly status: number;
}

/** What the simulator saw of one HTTP request. Holds no key, no prompt and no answer. */
export interface RequestRecord {
  /** Counts from 1. */
  readonly sequence: number;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly method: string;
  /** Path below `/api/v1`, such as `/chat/completions`. */
  readonly path: string;
  /** Label of the key, which is not the key. */
  readonly keyLabel?: string;
  readonly stream: boolean;
  readonly modelAsked?: string;
  /** The whole fallback list, the asked model first. */
  readonly modelsAsked: readonly string[];
  /** Id that answered; absent when none did. */
  readonly modelServed?: string;
  readonly provider?: string;
  readonly generationId?: string;
  /** HTTP status sent; 0 = none was. */
  readonly status: number;
  /** The faults that struck, in order. */
  readonly faults: readonly Fault['type'][];
  readonly attempts: readonly RecordedAttempt[];
  readonly usage?: RecordedUsage;
  /** USD as an exact decimal; what was really charged, whatever the answer reported. */
  readonly costUsd: string;
  /**
   * `pending`: still being answered. `served`: answered as asked. `failed`: an error of any kind reached the caller.
   * `cancelled`: the caller left before the end.
   */
  readonly outcome: 'pending' | 'served' | 'failed' | 'cancelled';
}
