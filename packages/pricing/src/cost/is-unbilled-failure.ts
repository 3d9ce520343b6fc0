/** What is known of an attempt that failed without reporting usage. */
export interface FailedAttempt {
  /** The status of the error: of the HTTP response, or the code of an error inside a body or a stream. */
  readonly status?: number | undefined;
  /** Whether any content arrived before it failed. */
  readonly sawContent: boolean;
}

/**
 * Whether OpenRouter bills nothing for a failed attempt: an HTTP error comes before the model starts, and an error in a
 * body or a stream without any output falls under its zero-completion insurance. Everything else, a cut or
 * silent connection for example, may have been billed and is unknown until `GET /generation` says.
 */
export function isUnbilledFailure({ status, sawContent }: FailedAttempt): boolean {
  return !sawContent && status !== undefined && status >= 400;
}
