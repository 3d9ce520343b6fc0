import { classByAvailability } from './class-by-availability.ts';
import { classByErrorType } from './class-by-error-type.ts';
import { classByName } from './class-by-name.ts';
import { classByStatus } from './class-by-status.ts';
import { classByText } from './class-by-text.ts';
import { readErrorFacts, type ErrorFacts } from './error-facts.ts';
import type { FailureClass } from './failure-class.ts';
import type { Failure } from './failure.ts';
import { redact } from './redact.ts';
import { readRetryHint } from './retry-hint.ts';
import { readString, readStrings } from './safe-read.ts';
import type { Writable } from './writable.ts';

/** Options of {@link classifyFailure}. */
export interface ClassifyFailureOptions {
  /** Wall clock, epoch ms: dates in `Retry-After` and `X-RateLimit-Reset` are read against it. Default: now. */
  readonly nowMs?: number;
}

/**
 * Says what anything that came back from a model means: thrown errors of any bundle, plain objects of `error`
 * parts, bodies inside a 200, strings, socket errors. Total and deterministic; never throws.
 * Reads `error_type`, then `availability`, then codes, then names, then text.
 */
export function classifyFailure(error: unknown, options: ClassifyFailureOptions = {}): Failure {
  const facts = readErrorFacts(error);
  const status = statusOf(facts);
  const failureClass = classOf(facts, status);
  const code = codeOf(facts);
  const retryAfterMs = readRetryHint(facts, options.nowMs ?? Date.now());
  const fallbackModelIds = readStrings(facts.availability, 'fallback_models');
  const neededTokens =
    failureClass === 'context-overflow' ? readNeededTokens(facts.message) : undefined;
  const message = redact(facts.message) || `${failureClass} (the error carries no message)`;
  const failure: Writable<Failure> = { class: failureClass, message };
  if (status !== undefined) failure.status = status;
  if (code !== undefined) failure.code = code;
  if (retryAfterMs !== undefined) failure.retryAfterMs = retryAfterMs;
  if (fallbackModelIds.length > 0) failure.fallbackModelIds = fallbackModelIds;
  if (neededTokens !== undefined) failure.neededTokens = neededTokens;
  return failure;
}

function classOf(facts: ErrorFacts, status: number | undefined): FailureClass {
  return (
    classByErrorType(facts.errorType) ??
    classByAvailability(facts.availability) ??
    classByStatus(status, facts) ??
    classByErrorType(typeof facts.bodyCode === 'string' ? facts.bodyCode : undefined) ??
    classByName(facts) ??
    classByText(facts.message) ??
    'unknown'
  );
}

/** The body's code counts before the HTTP status, which is 200 once the model has started. */
function statusOf(facts: ErrorFacts): number | undefined {
  if (typeof facts.bodyCode === 'number' && facts.bodyCode >= 300 && facts.bodyCode <= 599) {
    return facts.bodyCode;
  }
  return facts.httpStatus;
}

function codeOf(facts: ErrorFacts): string | undefined {
  const bodyCode = typeof facts.bodyCode === 'string' ? facts.bodyCode : undefined;
  const code =
    facts.errorType ?? readString(facts.availability, 'code') ?? bodyCode ?? facts.socketCode;
  return code === undefined ? undefined : redact(code).slice(0, 80);
}

/** OpenRouter and OpenAI word it "… you requested about N tokens", Anthropic "prompt is too long: N tokens". */
function readNeededTokens(message: string): number | undefined {
  const found = /(?:requested(?: about)?|resulted in|too long:)\s+(\d{1,9}) tokens/i.exec(
    message.slice(0, 2048),
  );
  return found?.[1] === undefined ? undefined : Number(found[1]);
}
