/** A conversation by the sizes of its messages: sessions in order, in each the tokens of every message. */
export interface IngestionConversation {
  readonly sessions: readonly (readonly number[])[];
}

/** How messages are put together to one add: a question with its answer, so many, or a whole session. */
export type IngestionGrouping = 'pair' | 'session' | { readonly messages: number };

/** Prices of a model in plain USD a token, as decimal texts. What is absent is unknown, not zero. */
export interface IngestionModel {
  readonly modelId: string;
  readonly inputUsdPerToken?: string;
  readonly outputUsdPerToken?: string;
  /** For input that the provider has kept from the last call. */
  readonly cacheReadUsdPerToken?: string;
}

/** What an add costs in tokens beside the talk itself. */
export interface IngestionOverhead {
  /** Mem0's system prompt. Default: 7_603, of mem0ai 3.3.1 in o200k. Always the same, so it can be cached. */
  readonly promptTokens?: number;
  /** Headings, dates and roles of the user prompt. Default: 90. */
  readonly frameTokens?: number;
  /** Earlier messages shown with each add. Default: 10, each cut at 75 tokens (300 characters). */
  readonly lastMessages?: number;
  /** Memories shown with each add, of those there are. Default: 10. */
  readonly existingMemories?: number;
  /** A memory in the prompt. Default: 30; a fact of LoCoMo has 18, its JSON 12. */
  readonly tokensPerMemory?: number;
  /** Answer for each token of talk. Default: 0.5, measured on LoCoMo: 10 k for 20.5 k. */
  readonly outputPerTalkToken?: number;
}

/** The conversations to be remembered, how they are put together to adds, and the models to price. */
export interface EstimateIngestionOptions {
  readonly conversations: readonly IngestionConversation[];
  readonly groupBy: IngestionGrouping;
  readonly models: readonly IngestionModel[];
  readonly overhead?: IngestionOverhead;
}

/** Tokens of all adds together. */
export interface IngestionTokens {
  readonly adds: number;
  /** The messages themselves. */
  readonly talk: number;
  /** All input, the part that repeats included. */
  readonly input: number;
  /** Input that is the same in every add: Mem0's system prompt, from the second add on. */
  readonly repeated: number;
  readonly output: number;
}

/** One model's bill, in exact USD. An absent amount is unknown, because a price is. */
export interface IngestionCost {
  readonly modelId: string;
  /** Every token at full price. */
  readonly costUsd?: string;
  /** At best: with the repeated input at the price of cached input, every time. */
  readonly cachedCostUsd?: string;
}

/** What remembering takes: the tokens, the same for every model, and the bill of each. */
export interface IngestionEstimate {
  readonly tokens: IngestionTokens;
  /** The cheapest first, unknown ones last. */
  readonly models: readonly IngestionCost[];
}
