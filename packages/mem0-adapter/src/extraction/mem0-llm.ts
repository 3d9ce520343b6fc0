/** A message as Mem0 hands it to its model. */
export interface Mem0Message {
  readonly role: string;
  readonly content: string;
}

/** Mem0's model port, in the shape that `mem0ai/oss` 3 calls. */
export interface Mem0Llm {
  /** Resolves to the extraction's JSON for `{ type: 'json_object' }`, else to plain text. */
  generateResponse(
    messages: readonly Mem0Message[],
    responseFormat?: { readonly type: string },
    tools?: readonly unknown[],
  ): Promise<string>;
  generateChat(messages: readonly Mem0Message[]): Promise<{ content: string; role: string }>;
}
