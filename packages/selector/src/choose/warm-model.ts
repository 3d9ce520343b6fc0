/** The model that served the conversation last: leaving it costs its warm prompt cache. */
export interface WarmModel {
  readonly modelId: string;
  /** Tokens of the prompt that its cache is expected to serve. */
  readonly cachedInputTokens: number;
}
