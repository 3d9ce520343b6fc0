/** What a candidate can take, as far as the caller knows. A missing field means unknown and excludes nothing. */
export interface CandidateFacts {
  /** Input and output together, in tokens. */
  readonly contextTokens?: number;
  /** The longest answer it gives: a call whose `maxOutputTokens` reserves more does not fit. */
  readonly maxOutputTokens?: number;
  /** Kinds of input it reads. */
  readonly inputModalities?: readonly InputModality[];
  readonly tools?: boolean;
  readonly structuredOutput?: boolean;
  /** Costs nothing. Free candidates share a daily quota, and lead to paid successors only with consent. */
  readonly free?: boolean;
  /** Understands prompt cache markers; false strips them from the prompt. */
  readonly cacheMarkers?: boolean;
  /** Continues an assistant message that ends the prompt; needed for the continuation of a broken stream. */
  readonly prefill?: boolean;
}

/** Kinds of input, in the words of OpenRouter's catalogue. */
export type InputModality = 'text' | 'image' | 'file' | 'audio' | 'video';
