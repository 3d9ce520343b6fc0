import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { Clock } from '../clock/clock.ts';
import { promptKey } from './prompt-key.ts';

/**
 * Remembers which candidates broke off in the middle of an answer. The SDK's `streamRetries` repeats such a call with
 * an equal prompt and the same signal; the repetition then starts behind them. Each memory serves one repetition.
 */
export interface StreamRetryMemory {
  /** Nothing broke lately, so asking would be a waste. */
  isEmpty(): boolean;
  remember(params: LanguageModelV4CallOptions, candidateIds: readonly string[], clock: Clock): void;
  /** The candidates that already failed this very call; forgets them. */
  take(params: LanguageModelV4CallOptions, clock: Clock): readonly string[];
}

interface Broken {
  readonly signal: WeakRef<AbortSignal> | undefined;
  readonly candidateIds: readonly string[];
  readonly untilMs: number;
}

const rememberedMs = 60_000;
const mostRemembered = 1_000;

/** A memory for one middleware or model; bounded in time and number. */
export function createStreamRetryMemory(): StreamRetryMemory {
  const broken = new Map<string, Broken[]>();
  return {
    isEmpty: () => broken.size === 0,
    remember: (params, candidateIds, clock) => {
      const key = promptKey(params);
      const { abortSignal } = params;
      const signal = abortSignal === undefined ? undefined : new WeakRef(abortSignal);
      const untilMs = clock.monotonicMs() + rememberedMs;
      broken.set(key, [...(broken.get(key) ?? []), { signal, candidateIds, untilMs }]);
      if (broken.size > mostRemembered) forgetOldest(broken);
    },
    take: (params, clock) => {
      const key = promptKey(params);
      const alive = (broken.get(key) ?? []).filter(({ untilMs }) => untilMs > clock.monotonicMs());
      const index = alive.findIndex(({ signal }) => signal?.deref() === params.abortSignal);
      const [found] = index === -1 ? [] : alive.splice(index, 1);
      if (alive.length === 0) broken.delete(key);
      else broken.set(key, alive);
      return found?.candidateIds ?? [];
    },
  };
}

function forgetOldest(broken: Map<string, Broken[]>): void {
  const oldest = broken.keys().next();
  if (oldest.done !== true) broken.delete(oldest.value);
}
