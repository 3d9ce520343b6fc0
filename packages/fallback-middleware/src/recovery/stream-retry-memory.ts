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
  readonly clock: Clock;
  readonly untilMs: number;
}

const rememberedMs = 60_000;
const mostRemembered = 1_000;

/** A memory for one middleware or model; bounded in time and number. */
export function createStreamRetryMemory(): StreamRetryMemory {
  // What broke last comes last, so what is over comes first.
  const broken = new Map<string, readonly Broken[]>();
  const keep = (key: string, entries: readonly Broken[]): void => {
    broken.delete(key);
    if (entries.length > 0) broken.set(key, entries);
  };
  return {
    isEmpty: () => {
      forgetWhatIsOver(broken);
      return broken.size === 0;
    },
    remember: (params, candidateIds, clock) => {
      const key = promptKey(params);
      const { abortSignal } = params;
      const signal = abortSignal === undefined ? undefined : new WeakRef(abortSignal);
      const untilMs = clock.monotonicMs() + rememberedMs;
      const entry = { signal, candidateIds, clock, untilMs };
      keep(key, [...(broken.get(key) ?? []).filter(holds), entry]);
      const oldest = broken.keys().next();
      if (broken.size > mostRemembered && oldest.done !== true) broken.delete(oldest.value);
    },
    take: (params) => {
      forgetWhatIsOver(broken);
      if (broken.size === 0) return [];
      const key = promptKey(params);
      const alive = (broken.get(key) ?? []).filter(holds);
      const found = alive.find(({ signal }) => signal?.deref() === params.abortSignal);
      if (found === undefined) return [];
      keep(
        key,
        alive.filter((entry) => entry !== found),
      );
      return found.candidateIds;
    },
  };
}

function holds({ clock, untilMs }: Broken): boolean {
  return clock.monotonicMs() < untilMs;
}

function forgetWhatIsOver(broken: Map<string, readonly Broken[]>): void {
  for (const [key, entries] of broken) {
    if (entries.some(holds)) return;
    broken.delete(key);
  }
}
