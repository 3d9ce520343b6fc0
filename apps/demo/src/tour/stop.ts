import type { FilePart, ModelMessage, TextPart, ToolSet } from 'ai';
import type { TierwiseCallOptions } from 'tierwise';
import type { z } from 'zod';

/** One stop of the tour: a call as an app would make it. */
export interface Stop {
  /** What it shows, for the table. */
  readonly title: string;
  readonly prompt: string | (TextPart | FilePart)[];
  readonly system?: string;
  readonly tools?: ToolSet;
  readonly schema?: z.ZodType;
  readonly options?: TierwiseCallOptions;
  /** A failure that the simulator injects into the first candidate of this call. */
  readonly failure?: 'overloaded' | 'error-in-stream';
}

/** The prompt of a stop as AI SDK messages. */
export function messagesOf({ prompt }: Stop): ModelMessage[] {
  return [{ role: 'user', content: prompt }];
}
