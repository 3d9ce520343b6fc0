import { FallbackExhaustedError } from '@tierwise/fallback-middleware';
import { wrapLanguageModel } from 'ai';
import { createTierwise, tierwise, type TierwiseOptions } from '../index.ts';
import type { ServedSimulator } from './serve-simulator.ts';

/** A question that any model can answer. */
export const EASY = 'Hello, how are you?';

/** A question that only able models can answer. */
export const HARD =
  'Prove that this lock-free queue is linearizable and derive its asymptotic complexity under concurrency, step by step.';

/** A model wrapped as an app would wrap it, over a served simulator. */
export function wrapped(
  { provider }: Pick<ServedSimulator, 'provider'>,
  options: Partial<TierwiseOptions> = {},
): ReturnType<typeof wrapLanguageModel> {
  return wrapLanguageModel({
    model: provider('openrouter/auto'),
    middleware: tierwise({ provider, ...options }),
  });
}

/** The models that a prompt would be sent to, in order. */
export function firstCandidates({ provider }: ServedSimulator, prompt: string): string[] {
  const { candidates } = createTierwise({ provider }).plan({
    prompt: [{ role: 'user', content: prompt }],
  });
  return candidates.map(({ modelId }) => modelId);
}

/** Whether every candidate failed. */
export function isExhausted(error: unknown): boolean {
  return FallbackExhaustedError.isInstance(error);
}
