import type { Memory as Mem0Memory } from 'mem0ai/oss';
import type { Mem0LlmUsage } from '../backend/mem0-llm-usage.ts';
import type { MessageWithParts } from '../message/to-memory-messages.ts';

type Mem0AddArguments = Parameters<Mem0Memory['add']>;

/** What Mem0 takes, and messages of the AI SDK. */
export type Mem0Messages = Mem0AddArguments[0] | readonly MessageWithParts[];

/** Mem0's options of an add, and ours. */
export type Mem0AddOptions = Mem0AddArguments[1] & {
  /** When the messages were said, ISO 8601. Default: today. */
  readonly observedAt?: string;
  /** Ends the add before the next model is asked. */
  readonly abortSignal?: AbortSignal;
};

/** Mem0's result of an add, and what it used. */
export type Mem0AddResult = Awaited<ReturnType<Mem0Memory['add']>> & {
  /** One for each attempt that was billed, failed ones included. */
  readonly usages: readonly Mem0LlmUsage[];
};

/** Mem0's own `Memory`, except that its `add` hides no failure and knows when things were said. */
export interface Mem0Oss extends Mem0Memory {
  add(messages: Mem0Messages, options: Mem0AddOptions): Promise<Mem0AddResult>;
}
