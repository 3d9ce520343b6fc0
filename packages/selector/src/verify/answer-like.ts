import type { CallLike } from '../requirements/call.ts';

/** The part of a whole answer that local checks look at; an `Answer` of the fallback engine is assignable to it. */
export interface AnswerLike {
  /** All text parts, joined. */
  readonly text: string;
  readonly toolCalls?: readonly { readonly toolName: string; readonly input: string }[];
  readonly finishReason?: { readonly unified: string };
  /** What was asked. */
  readonly params: CallLike;
}
