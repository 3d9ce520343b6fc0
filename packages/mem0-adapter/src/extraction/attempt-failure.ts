/** Why one model's answer could not be used. */
export interface AttemptFailure {
  /**
   * `call-error`: the model threw. `timeout`: no answer in time. `empty`: an answer without text.
   * `truncated`: cut off before the JSON was complete. `invalid-output`: not the JSON asked for.
   */
  readonly class: 'call-error' | 'timeout' | 'empty' | 'truncated' | 'invalid-output';
  /** HTTP status, or the status that the error's body states when the response itself was a 200. */
  readonly status?: number;
  /** Whether the same request may succeed later. */
  readonly isRetryable: boolean;
  /** Holds neither prompt, answer nor key. */
  readonly message: string;
}
