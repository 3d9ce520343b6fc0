import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { failureOf } from '../chain/failure-of.ts';
import { JudgedFailure } from '../chain/judged-failure.ts';
import { settleAttempt } from '../chain/settle-attempt.ts';
import type { Failure } from '../failure/failure.ts';
import { endCall, type LanguageCall } from '../language/language-call.ts';
import { continueText } from '../recovery/continue-text.ts';
import { TextBridge } from '../recovery/text-bridge.ts';
import { toldMetadata } from '../report/told-metadata.ts';
import { rememberPin } from '../stickiness/remember-pin.ts';
import type { PartReceiver } from './attempt-source.ts';
import { brokenFinish, shownError } from './broken-parts.ts';
import { cutStream } from './cut-stream.ts';
import type { CommittedStream } from './committed-stream.ts';
import { openingParts } from './opening-parts.ts';
import { StreamStamper } from './stream-stamper.ts';
import type { FinishPart } from './stream-watch.ts';

type Controller = ReadableStreamDefaultController<LanguageModelV4StreamPart>;

/** The second half of a stream: shows part after part, and ends it exactly once, well or not. */
export class StreamRelay implements PartReceiver {
  readonly #call: LanguageCall;
  readonly #controller: Controller;
  #committed: CommittedStream;
  #stamper: StreamStamper;
  #bridge: TextBridge | undefined;
  /** Stops the chain that continues the text. */
  #continuation: AbortController | undefined;
  #opened = false;
  #busy = false;
  /** Finished, failed, or left by the consumer: nothing more is shown. */
  #over = false;

  constructor(call: LanguageCall, committed: CommittedStream, controller: Controller) {
    this.#call = call;
    this.#controller = controller;
    this.#committed = committed;
    this.#stamper = stamperOf(call, committed);
    this.#watchEnd(committed);
  }

  #watchEnd({ attempt }: CommittedStream): void {
    attempt.onEnd(this.#onEnd);
    if (attempt.end !== undefined) this.#onEnd(attempt.signal.reason);
  }

  /** Shows at least one part, soon, reading upstream only as far as that takes. */
  pull(): void {
    // Somebody who asks twice at once gets the second part after the first: the stream pulls again then.
    if (this.#busy || this.#over) return;
    if (this.#opened) this.#readNext();
    else this.#tryToOpen();
  }

  #readNext(): void {
    this.#busy = true;
    this.#committed.source.readInto(this);
  }

  /** The next part upstream, or its end. */
  readonly onPart = (part: LanguageModelV4StreamPart | undefined): void => {
    this.#busy = false;
    if (this.#over) return;
    try {
      if (part === undefined) throw new JudgedFailure(cutStream);
      if (part.type === 'error') this.#begin(this.#recoverAfter(part.error));
      else if (!this.#show(part)) this.#readNext();
    } catch (error) {
      this.#onThrown(error);
    }
  };

  /** The stream upstream broke. */
  readonly onError = (error: unknown): void => {
    if (!this.#over) this.#begin(this.#recover(error));
  };

  /** Caller or deadline ended the attempt. A read that waits is told by its source; else nobody may ever read. */
  readonly #onEnd = (reason: unknown): void => {
    this.#committed.source.cancel(reason);
    if (this.#busy || this.#over) return;
    if (!this.#opened) this.#tryToOpen();
    this.onError(reason);
  };

  /** What recovers must not be pulled at; should it fail itself, the stream does. */
  #begin(recovery: Promise<void>): void {
    this.#busy = true;
    recovery.catch((error: unknown) => this.#crash(error));
  }

  #tryToOpen(): void {
    try {
      this.#open();
    } catch (error) {
      this.#onThrown(error);
    }
  }

  /** An answer that may still be told as broken is; behind its end only the stream itself can say so. */
  #onThrown(error: unknown): void {
    if (this.#over) this.#crash(error);
    else this.onError(error);
  }

  /** The way out when our own end failed: a consumer must never wait for one that does not come. */
  #crash(error: unknown): void {
    this.#over = true;
    this.#controller.error(error);
    this.#committed.source.cancel(error);
    endCall(this.#call, error);
  }

  /** The consumer left: close the connection and count the attempt as abandoned. Whoever recovers ends the call. */
  cancel(reason: unknown): void {
    if (this.#over) return;
    this.#over = true;
    if (this.#continuation !== undefined) return this.#continuation.abort(reason);
    abandon(this.#call, this.#committed, reason);
    endCall(this.#call);
  }

  #open(): void {
    this.#opened = true;
    const { attempt, held } = this.#committed;
    for (const part of openingParts(held, attempt.candidate.model.modelId)) {
      if (part.type === 'finish') this.#finish(part);
      else this.#enqueue(part);
    }
  }

  /** An error part: what follows may tell what was used, so it is read first. */
  async #recoverAfter(error: unknown): Promise<void> {
    const { source, watch } = this.#committed;
    await source.readAftermath((rest) => watch.note(rest), this.#call.chain.options.clock);
    if (!this.#over) await this.#recover(error);
  }

  /** Returns whether the consumer got something. */
  #show(part: LanguageModelV4StreamPart): boolean {
    const { watch } = this.#committed;
    if (part.type === 'stream-start' || !watch.observe(part)) return false;
    if (part.type !== 'finish') return this.#enqueue(part);
    const failure = watch.judge(part);
    if (failure !== undefined) throw new JudgedFailure(failure);
    this.#finish(part);
    return true;
  }

  #enqueue(part: LanguageModelV4StreamPart): boolean {
    const shown = this.#bridge === undefined ? part : this.#bridge.map(part);
    if (shown === undefined) return false;
    this.#controller.enqueue(this.#stamper.stamp(shown));
    return true;
  }

  #finish(part: FinishPart): void {
    this.#over = true;
    const { attempt, source, watch } = this.#committed;
    for (const end of this.#bridge?.close() ?? []) this.#controller.enqueue(end);
    for (const toolCall of watch.toolCalls) this.#enqueue(toolCall);
    settleAttempt(this.#call.chain, attempt, { outcome: 'served' });
    rememberPin(this.#call, attempt.candidate.id);
    this.#controller.enqueue(this.#withStory(part));
    this.#controller.close();
    void source.drain(this.#call.chain.options.clock);
    endCall(this.#call);
  }

  async #recover(error: unknown): Promise<void> {
    const { attempt, source } = this.#committed;
    const { chain } = this.#call;
    const failure = failureOf(attempt, error, chain.options.clock.nowMs());
    const aborted = failure.class === 'aborted';
    settleAttempt(chain, attempt, { outcome: aborted ? 'abandoned' : 'failed', failure, error });
    source.cancel(error);
    // One continuation is enough: a text that breaks twice is better asked for anew.
    const mayContinue = !aborted && this.#bridge === undefined;
    const next = mayContinue ? await this.#continueText() : undefined;
    if (this.#over) return this.#leave(next);
    if (next === undefined) this.#fail(error, failure);
    else this.#continueWith(next);
  }

  async #continueText(): Promise<CommittedStream | undefined> {
    this.#continuation = new AbortController();
    return continueText(this.#call, this.#committed, this.#continuation.signal);
  }

  /** The consumer left while the text was being continued. */
  #leave(next: CommittedStream | undefined): void {
    if (next !== undefined) abandon(this.#call, next, this.#continuation?.signal.reason);
    endCall(this.#call);
  }

  #continueWith(next: CommittedStream): void {
    const { openText, others } = this.#committed.watch.takeOpenBlocks();
    for (const end of others) this.#enqueue(end);
    this.#committed = next;
    this.#stamper = stamperOf(this.#call, next);
    this.#bridge = new TextBridge(openText);
    this.#continuation = undefined;
    this.#busy = false;
    this.#open();
    this.#watchEnd(next);
  }

  #fail(error: unknown, failure: Failure): void {
    this.#over = true;
    const { attempt, watch } = this.#committed;
    const { input } = this.#call;
    if (failure.class !== 'aborted') {
      input.streamRetryMemory?.remember(
        input.params,
        this.#failedIds(),
        this.#call.chain.options.clock,
      );
    }
    for (const end of watch.closeOpenBlocks()) this.#enqueue(end);
    for (const end of this.#bridge?.close() ?? []) this.#controller.enqueue(end);
    this.#controller.enqueue({ type: 'error', error: shownError(error, failure) });
    this.#controller.enqueue(this.#withStory(brokenFinish(attempt.record, failure)));
    this.#controller.close();
    endCall(this.#call, error);
  }

  #failedIds(): string[] {
    const failed = this.#call.chain.records.filter(({ outcome }) => outcome === 'failed');
    return failed.map(({ candidate }) => candidate.id);
  }

  #withStory(part: FinishPart): FinishPart {
    const { chain, input } = this.#call;
    const providerMetadata = toldMetadata(chain, input.metadata, part.providerMetadata);
    return providerMetadata === undefined ? part : { ...part, providerMetadata };
  }
}

function stamperOf(call: LanguageCall, { attempt }: CommittedStream): StreamStamper {
  return new StreamStamper(call.input.hygiene === false ? undefined : attempt.candidate.stamp);
}

function abandon(call: LanguageCall, { attempt, source }: CommittedStream, reason: unknown): void {
  source.cancel(reason);
  settleAttempt(call.chain, attempt, { outcome: 'abandoned', failure: consumerLeft });
  attempt.abandon({ by: 'caller' }, reason);
}

const consumerLeft = { class: 'aborted', message: 'The consumer cancelled the stream' } as const;
