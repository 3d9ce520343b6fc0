interface MemoryScopeIds {
  /** Whose memory it is. */
  readonly userId?: string;
  /** The assistant that remembers. */
  readonly agentId?: string;
  /** The conversation or job it belongs to. */
  readonly runId?: string;
}

/**
 * Who a memory belongs to: at least one id. Comes from the application, never from a model's
 * output. Ids are texts of 1 to 256 characters.
 */
export type MemoryScope = MemoryScopeIds &
  ({ readonly userId: string } | { readonly agentId: string } | { readonly runId: string });
