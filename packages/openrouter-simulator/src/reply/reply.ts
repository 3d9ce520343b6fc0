/** A tool call as the simulator makes it up. */
export interface ReplyToolCall {
  readonly name: string;
  /** JSON text. */
  readonly arguments: string;
}

/** What the simulated model says. */
export interface Reply {
  readonly text: string;
  readonly reasoning: string;
  readonly toolCalls: readonly ReplyToolCall[];
  readonly finishReason: 'stop' | 'length' | 'tool_calls' | 'content_filter';
}
