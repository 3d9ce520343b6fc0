import type { LanguageModelV4Usage } from '@ai-sdk/provider';
import type { AttemptFailure } from './attempt-failure.ts';

interface AttemptFacts {
  /** The model that was asked; for an already-wrapped model its own name. */
  readonly modelId: string;
  readonly provider: string;
  /** The limit of its answer, tokens: twice the setting once an answer ran into that. */
  readonly maxOutputTokens: number;
  /** The model that the server says answered, where it says so. */
  readonly servedModelId?: string;
  /** The server's id of the answer, by which it can report the cost later. */
  readonly generationId?: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Absent where nothing came back: the cost is then unknown, not zero. */
  readonly usage?: LanguageModelV4Usage;
}

/** One call of one model, and how it ended. A failed attempt with `usage` was billed. */
export type Attempt = AttemptFacts &
  (
    | { readonly outcome: 'served' }
    | { readonly outcome: 'failed'; readonly failure: AttemptFailure }
  );
