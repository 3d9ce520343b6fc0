import type { FailureClass } from './failure-class.ts';

// openrouter-api: `error.metadata.error_type`. Types that say no more than the status
// (invalid_request, not_found, unprocessable, permission_denied, unmapped) are absent, so that the next source decides.
const classes: ReadonlyMap<string, FailureClass> = new Map([
  ['context_length_exceeded', 'context-overflow'],
  ['max_tokens_exceeded', 'context-overflow'],
  ['token_limit_exceeded', 'context-overflow'],
  ['string_too_long', 'context-overflow'],
  ['payload_too_large', 'context-overflow'],
  ['invalid_prompt', 'bad-request'],
  ['content_policy_violation', 'moderated'],
  ['refusal', 'content-filter'],
  ['invalid_image', 'bad-request'],
  ['image_not_found', 'bad-request'],
  ['image_too_large', 'unsupported'],
  ['image_too_small', 'unsupported'],
  ['unsupported_image_format', 'unsupported'],
  ['image_download_failed', 'unsupported'],
  ['authentication', 'auth'],
  ['precondition_failed', 'bad-request'],
  ['server', 'upstream-error'],
  ['provider_unavailable', 'upstream-error'],
  ['provider_overloaded', 'overloaded'],
  ['timeout', 'timeout'],
  // Other vendors' types, as they appear in the same place.
  ['overloaded_error', 'overloaded'],
  ['authentication_error', 'auth'],
]);

/** The class that OpenRouter's `error_type` names by itself, else undefined. */
export function classByErrorType(errorType: string | undefined): FailureClass | undefined {
  return errorType === undefined ? undefined : classes.get(errorType.toLowerCase());
}
