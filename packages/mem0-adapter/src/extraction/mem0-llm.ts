import type { Mem0LlmUsage } from '../backend/mem0-llm-usage.ts';

/** A message as Mem0 hands it to its model. */
export interface Mem0Message {
  readonly role: string;
  readonly content: string;
}

/** What a caller of ours adds to one request; Mem0 itself gives none. */
export interface Mem0LlmCall {
  readonly abortSignal?: AbortSignal;
  /** Called for each attempt that reported usage, beside the listener of the options. */
  readonly onUsage?: (usage: Mem0LlmUsage) => void;
}

/** Mem0's model port, in the shape that `mem0ai/oss` 3 calls. */
export interface Mem0Llm {
  /** Resolves to the extraction's JSON for `{ type: 'json_object' }`, else to plain text. */
  generateResponse(
    messages: readonly Mem0Message[],
    responseFormat?: { readonly type: string },
    tools?: readonly unknown[],
    call?: Mem0LlmCall,
  ): Promise<string>;
  generateChat(messages: readonly Mem0Message[]): Promise<{ content: string; role: string }>;
}
