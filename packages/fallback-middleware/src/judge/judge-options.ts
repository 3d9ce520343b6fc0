import type { Answer } from './answer.ts';

/** Opt-in checks. Each that fails is a failure like any other: the next candidate is asked. */
export interface JudgeOptions {
  /** JSON answers must parse and keep the schema that was asked for. @default false */
  readonly schema?: boolean;
  /** Calls must name a tool that was offered, with arguments its schema allows, and a required call must be there. @default false */
  readonly tools?: boolean;
  /** Text must not be a tool call written out. @default false */
  readonly toolCallsAsText?: boolean;
  /** Text must not repeat itself without end. @default false */
  readonly repetition?: boolean;
  /** A check of your own: true or undefined accepts, a string says what is wrong. What it throws rejects the answer. */
  readonly accept?: (answer: Answer) => Verdict | PromiseLike<Verdict>;
}

/** `true` or undefined accept; `false` rejects, a string rejects and says why. */
export type Verdict = boolean | string | undefined;
