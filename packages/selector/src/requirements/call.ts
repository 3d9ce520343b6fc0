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

export interface PromptMessage {
  readonly role: string;
  readonly content: string | readonly PromptPart[];
}

export interface PromptPart {
  readonly type: string;
  readonly text?: string;
  readonly mediaType?: string;
  readonly input?: unknown;
  readonly output?: unknown;
}

export interface ToolLike {
  readonly type: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly inputSchema?: unknown;
}
