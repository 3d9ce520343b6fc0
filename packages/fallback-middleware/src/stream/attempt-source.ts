import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { Attempt } from '../chain/attempt.ts';
import type { Clock } from '../clock/clock.ts';
import type { LanguageCandidate } from '../language/language-candidate.ts';

type ReadResult = Awaited<
  ReturnType<ReadableStreamDefaultReader<LanguageModelV4StreamPart>['read']>
>;

const aftermathMs = 100;
const aftermathParts = 32;

/** Whoever waits for a part. Must not throw. */
export interface PartReceiver {
  /** Undefined at the end of the stream. */
  readonly onPart: (part: LanguageModelV4StreamPart | undefined) => void;
  readonly onError: (error: unknown) => void;
}

/** Reads one attempt's stream, no longer than the attempt lives. */
export class AttemptSource {
  readonly #reader: ReadableStreamDefaultReader<LanguageModelV4StreamPart>;
  readonly #attempt: Attempt<LanguageCandidate>;
  #receiver: PartReceiver | undefined;
  #lingers = false;

  constructor(
    stream: ReadableStream<LanguageModelV4StreamPart>,
    attempt: Attempt<LanguageCandidate>,
  ) {
    this.#reader = stream.getReader();
    this.#attempt = attempt;
    // Cancelling resolves a pending read at once, so no read needs a race of its own.
    attempt.onEnd((reason) => this.cancel(reason));
    if (attempt.end !== undefined) this.cancel(attempt.signal.reason);
  }

  /** The next part, or undefined at the end. @throws what ended the attempt, or what the stream threw. */
  read(): Promise<LanguageModelV4StreamPart | undefined> {
    return new Promise((resolve, reject) => {
      this.readInto({ onPart: resolve, onError: reject });
    });
  }

  /** The same, told to a receiver: a promise less for every part of a stream. */
  readInto(receiver: PartReceiver): void {
    this.#receiver = receiver;
    this.#attempt.reading = true;
    this.#reader.read().then(this.#onResult, receiver.onError);
  }

  readonly #onResult = ({ value }: ReadResult): void => {
    const attempt = this.#attempt;
    attempt.reading = false;
    attempt.progress += 1;
    if (attempt.end === undefined) this.#receiver?.onPart(value);
    else this.#receiver?.onError(attempt.signal.reason);
  };

  /** Reads on for a moment after an error part, then closes: the finish behind it often tells what was used. */
  async readAftermath(
    observe: (part: LanguageModelV4StreamPart) => void,
    clock: Clock,
  ): Promise<void> {
    this.#lingers = true;
    this.#attempt.clearDeadline();
    const cancelTimer = clock.schedule(() => this.cancel(), aftermathMs);
    try {
      for (let count = 0; count < aftermathParts; count++) {
        const part = await this.read();
        if (part !== undefined) observe(part);
        if (part === undefined || part.type === 'finish') return;
      }
    } catch {
      // The error before is the one that counts.
    } finally {
      cancelTimer();
      this.cancel();
    }
  }

  /** Closes the connection, unless an aftermath is being read, which does so itself. */
  release(reason: unknown): void {
    if (!this.#lingers) this.cancel(reason);
  }

  /**
   * Behind the finish: reads on in the background until the stream ends, so that whoever wraps it comes to its flush;
   * closes one that does not end soon.
   */
  async drain(clock: Clock): Promise<void> {
    const cancelTimer = clock.schedule(() => this.cancel(), aftermathMs);
    try {
      for (let count = 0; count < aftermathParts; count++) {
        if ((await this.#reader.read()).done) return;
      }
    } catch {
      // The answer is served: how its connection ends changes nothing.
    } finally {
      cancelTimer();
      this.cancel();
    }
  }

  /** Closes the connection. The stream's answer to that changes nothing for us. */
  cancel(reason?: unknown): void {
    this.#reader.cancel(reason).catch(() => undefined);
  }
}
