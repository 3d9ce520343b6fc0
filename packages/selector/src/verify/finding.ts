/** Something that a check found in an answer. */
export interface Finding {
  /** The check's name, for example `arithmetic`. */
  readonly check: string;
  /** What it takes off the answer's score, in logits. */
  readonly amount: number;
  /** In words, without quoting the answer. */
  readonly detail: string;
}

/** A whole answer, read once for all checks. */
export interface ReadAnswer {
  readonly text: string;
  /** The last user turn without its envelopes. */
  readonly question: string;
  readonly toolCalls: readonly { readonly toolName: string; readonly input: string }[];
  readonly finishReason: string;
  readonly tools: readonly { readonly type: string; readonly name: string }[];
  readonly toolRequired: boolean;
  readonly json: { readonly schema?: unknown } | null;
}

/** Looks for one kind of fault. Synchronous, local, linear in the text. */
export type Check = (answer: ReadAnswer) => Finding | undefined;
