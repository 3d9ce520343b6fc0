import type { LanguageModelV4Usage } from '@ai-sdk/provider';
import type { Answer } from './answer.ts';

/** What a verifier found. */
export interface Verification {
  readonly passed: boolean;
  readonly reason?: string;
  /** When another model was asked: who, and what it used. It costs money too. */
  readonly modelId?: string;
  readonly usage?: LanguageModelV4Usage;
}

/** Anything that follows the Standard Schema interface, zod schemas among them. */
export interface SchemaVerifier {
  readonly '~standard': {
    readonly validate: (value: unknown) => SchemaVerdict | PromiseLike<SchemaVerdict>;
  };
}

interface SchemaVerdict {
  readonly issues?: ReadonlyArray<{ readonly message: string }> | undefined;
}

/**
 * Decides whether a cheap answer is good enough; a rejected one escalates to the next candidate. A schema checks the
 * answer's JSON, a function anything. The last candidate's answer is served unverified: there is nobody left to ask.
 */
export type Verifier =
  | SchemaVerifier
  | ((answer: Answer, signal: AbortSignal) => VerifierResult | PromiseLike<VerifierResult>);

type VerifierResult = boolean | Verification;
