import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createFallbackModel, type FallbackModelOptions } from '../../src/index.ts';

/** The engine with a part of its work switched off, to see what the part costs. */
export interface Ablation {
  readonly name: string;
  readonly model: LanguageModelV4;
}

const noDeadlines = {
  attemptTimeoutMs: Number.POSITIVE_INFINITY,
  totalTimeoutMs: Number.POSITIVE_INFINITY,
} as const;
const noStory = { metadata: () => undefined } as const;
const noHygiene = { hygiene: false } as const;

export function ablations(first: LanguageModelV4, second: LanguageModelV4): Ablation[] {
  const engine = (options: Partial<FallbackModelOptions>): LanguageModelV4 =>
    createFallbackModel({ models: [first, second], ...options });
  return [
    { name: 'everything', model: engine({}) },
    { name: 'without deadlines', model: engine(noDeadlines) },
    { name: 'without the story', model: engine(noStory) },
    { name: 'without hygiene', model: engine(noHygiene) },
    { name: 'without the three', model: engine({ ...noDeadlines, ...noStory, ...noHygiene }) },
  ];
}
