import type { ModelMessage } from 'ai';
import type { ReplayKind, ReplayLanguage } from './prompts.ts';

/** One call of the replayed month, with what the selector is not told. */
export interface ReplayCall {
  readonly id: string;
  readonly atMs: number;
  readonly kind: ReplayKind;
  readonly language: ReplayLanguage;
  readonly messages: readonly ModelMessage[];
  /** Steps of one agent's run share it, and offer tools. */
  readonly run: string | null;
  /** Hidden: how hard it really is, on the multiplicative scale of `chanceOf`. */
  readonly hardness: number;
}
