/**
 * The part of an AI SDK call that choosing a model looks at. `LanguageModelV4CallOptions` is assignable to
 * it; it is written out here so that the selector runs without the AI SDK.
 */
export interface CallLike {
  readonly prompt: readonly PromptMessage[];
  readonly tools?: readonly ToolLike[] | undefined;
  readonly toolChoice?: { readonly type: string } | undefined;
  readonly responseFormat?: { readonly type: string; readonly schema?: unknown } | undefined;
  readonly reasoning?: string | undefined;
  readonly maxOutputTokens?: number | undefined;
}

/** A message as far as it is read; `content` may be a text or parts. */
export interface PromptMessage {
  readonly role: string;
  readonly content: string | readonly PromptPart[];
}

/** A part of a message as far as it is read. */
export interface PromptPart {
  readonly type: string;
  readonly text?: string;
  readonly mediaType?: string;
  readonly input?: unknown;
  readonly output?: unknown;
}

/** A tool as far as it is read. */
export interface ToolLike {
  readonly type: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly inputSchema?: unknown;
}
