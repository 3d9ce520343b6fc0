import type { WarmModel } from './warm-model.ts';

/** How long and how many sessions are remembered. */
export interface WarmMemoryOptions {
  /** How long a prompt cache is counted on. Default 5 minutes, what providers promise at least. */
  readonly keptMs?: number | undefined;
  /** Sessions remembered at once; the one that was served least recently is forgotten. Default 1,000. */
  readonly maxSessions?: number | undefined;
}

/** A call of a session that was answered. */
export interface ServedCall {
  readonly session: string;
  readonly modelId: string;
  /** The size of its prompt: the next turn repeats it. */
  readonly inputTokens: number;
  readonly atMs: number;
}

/** Which model has which session's prompt in its cache. */
export interface WarmMemory {
  served(call: ServedCall): void;
  /** For `warm` of `selectCandidates`; `undefined` when the session is new or its cache is cold by now. */
  warmOf(session: string, atMs: number): WarmModel | undefined;
}

const KEPT_MS = 5 * 60_000;

/** Providers cache no prompt that is shorter (OpenAI and Anthropic: 1,024 tokens). */
const LEAST_CACHED_TOKENS = 1_024;

/**
 * Remembers in this process which model each session was served by last. You want it when you call `selectCandidates`
 * yourself for conversations: say `served` after each answer and hand `warmOf` to its `warm`. No prompt is kept.
 */
export function createWarmMemory({
  keptMs = KEPT_MS,
  maxSessions = 1_000,
}: WarmMemoryOptions = {}): WarmMemory {
  const calls = new Map<string, ServedCall>();
  return {
    served: (call) => {
      calls.delete(call.session); // served now: it goes to the end of the line
      calls.set(call.session, call);
      const [oldest] = calls.keys();
      if (calls.size > maxSessions && oldest !== undefined) calls.delete(oldest);
    },
    warmOf: (session, atMs) => {
      const last = calls.get(session);
      if (last === undefined || atMs - last.atMs > keptMs) return undefined;
      const { modelId, inputTokens } = last;
      return { modelId, cachedInputTokens: inputTokens < LEAST_CACHED_TOKENS ? 0 : inputTokens };
    },
  };
}
