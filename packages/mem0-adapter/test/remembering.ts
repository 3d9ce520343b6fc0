import type {
  LanguageModelV4,
  LanguageModelV4FinishReason,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { wrapLanguageModel } from 'ai';
import type { MemoryBackend } from '../src/backend/memory-backend.ts';
import { localMemory } from '../src/local/local-memory.ts';
import type { MemoryEvent } from '../src/middleware/memory-event.ts';
import type { MemoryMiddlewareOptions } from '../src/middleware/memory-middleware-options.ts';
import { memoryMiddleware, type MemoryMiddleware } from '../src/middleware/memory-middleware.ts';

export interface Remembering {
  readonly model: LanguageModelV4;
  readonly middleware: MemoryMiddleware;
  readonly events: readonly MemoryEvent[];
}

/** Whose memory the tests are about. */
export const tom: { readonly userId: string } = { userId: 'tom' };
export const observedAt = '2026-03-01T10:00:00.000Z';
export const usage: LanguageModelV4Usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 1, text: 1, reasoning: undefined },
};
export const stop: LanguageModelV4FinishReason = { unified: 'stop', raw: 'stop' };

/** A local memory in which Tom said these. */
export async function memoryOf(...texts: readonly string[]): Promise<MemoryBackend> {
  const memory = localMemory();
  const messages = texts.map((content) => ({ role: 'user', content }) as const);
  await memory.add({ scope: tom, observedAt, messages });
  return memory;
}

/** The model with a memory around it, and what that told. */
export function remembering(
  model: LanguageModelV4,
  options: Partial<MemoryMiddlewareOptions> & Pick<MemoryMiddlewareOptions, 'memory'>,
): Remembering {
  const events: MemoryEvent[] = [];
  const onEvent = (event: MemoryEvent) => events.push(event);
  const middleware = memoryMiddleware({ scope: tom, onEvent, ...options });
  return { model: wrapLanguageModel({ model, middleware }), middleware, events };
}

/** The texts of the last thing that the user said, as a model got them. */
export function userTexts(prompt: LanguageModelV4Prompt | undefined): string[] {
  const message = prompt?.findLast(({ role }) => role === 'user');
  if (message?.role !== 'user') return [];
  return message.content.map((part) => (part.type === 'text' ? part.text : ''));
}

/** A stream that says these texts. */
export const streamParts = (...texts: readonly string[]): LanguageModelV4StreamPart[] => [
  { type: 'stream-start', warnings: [] },
  { type: 'text-start', id: '0' },
  ...texts.map((delta) => ({ type: 'text-delta', id: '0', delta }) as const),
  { type: 'text-end', id: '0' },
  { type: 'finish', finishReason: stop, usage },
];
