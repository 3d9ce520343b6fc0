import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { reportOf } from '../chain/chain-call.ts';
import { failureOf } from '../chain/failure-of.ts';
import { JudgedFailure } from '../chain/judged-failure.ts';
import { settleAttempt } from '../chain/settle-attempt.ts';
import type { Failure } from '../failure/failure.ts';
import { stampOf } from '../hygiene/stamp.ts';
import { endCall, type LanguageCall } from '../language/language-call.ts';
import { continueText } from '../recovery/continue-text.ts';
import { TextBridge } from '../recovery/text-bridge.ts';
import { mergeMetadata } from '../report/merge-metadata.ts';
import { rememberPin } from '../stickiness/remember-pin.ts';
import { brokenFinish, shownError } from './broken-parts.ts';
import type { CommittedStream } from './committed-stream.ts';
import { openingParts } from './opening-parts.ts';
import { StreamStamper } from './stream-stamper.ts';
import type { FinishPart } from './stream-watch.ts';

type Controller = ReadableStreamDefaultController<LanguageModelV4StreamPart>;

/** The second half of a stream: shows part after part, and ends it exactly once, well or not. */
export class StreamRelay {
  readonly #call: LanguageCall;
  #committed: CommittedStream;
  #stamper: StreamStamper;
  #bridge: TextBridge | undefined;
  #opened = false;
  #left = false;

  constructor(call: LanguageCall, committed: CommittedStream) {
    this.#call = call;
    this.#committed = committed;
    this.#stamper = stamperOf(call, committed);
  }

  /** Shows at least one part, reading upstream only as far as that takes. */
  async pull(controller: Controller): Promise<void> {
    if (!this.#opened) return this.#open(controller);
    try {
      while (!(await this.#showNext(controller)));
    } catch (error) {
      if (!this.#left) await this.#recover(error, controller);
    }
  }

  /** The consumer left: close the connection and count the attempt as abandoned. */
  cancel(reason: unknown): void {
    this.#left = true;
    const { attempt, source } = this.#committed;
    source.cancel(reason);
    settleAttempt(this.#call.chain, attempt, { outcome: 'abandoned', failure: consumerLeft });
    attempt.abandon({ by: 'caller' }, reason);
    endCall(this.#call);
  }

  #open(controller: Controller): void {
    this.#opened = true;
    const { attempt, held } = this.#committed;
    for (const part of openingParts(held, attempt.candidate.model.modelId)) {
      if (part.type === 'finish') this.#finish(part, controller);
      else this.#enqueue(part, controller);
    }
  }

  /** Returns whether the consumer got something. */
  async #showNext(controller: Controller): Promise<boolean> {
    const { source, watch } = this.#committed;
    const part = await source.read();
    if (part === undefined) throw new JudgedFailure(endedWithoutFinish);
    if (part.type === 'error') {
      await source.readAftermath((rest) => watch.note(rest), this.#call.chain.options.clock);
      throw part.error;
    }
    if (part.type === 'stream-start' || !watch.observe(part)) return false;
    if (part.type !== 'finish') return this.#enqueue(part, controller);
    const failure = watch.judge(part);
    if (failure !== undefined) throw new JudgedFailure(failure);
    this.#finish(part, controller);
    return true;
  }

  #enqueue(part: LanguageModelV4StreamPart, controller: Controller): boolean {
    const shown = this.#bridge === undefined ? part : this.#bridge.map(part);
    if (shown === undefined) return false;
    controller.enqueue(this.#stamper.stamp(shown));
    return true;
  }

  #finish(part: FinishPart, controller: Controller): void {
    const { attempt, source, watch } = this.#committed;
    for (const end of this.#bridge?.close() ?? []) controller.enqueue(end);
    for (const toolCall of watch.toolCalls) this.#enqueue(toolCall, controller);
    settleAttempt(this.#call.chain, attempt, { outcome: 'served' });
    rememberPin(this.#call, attempt.candidate.id);
    controller.enqueue(this.#withStory(part));
    controller.close();
    source.cancel();
    endCall(this.#call);
  }

  async #recover(error: unknown, controller: Controller): Promise<void> {
    const { attempt, source } = this.#committed;
    const { chain } = this.#call;
    const failure = failureOf(attempt, error, chain.options.clock.nowMs());
    const aborted = failure.class === 'aborted';
    settleAttempt(chain, attempt, { outcome: aborted ? 'abandoned' : 'failed', failure, error });
    source.cancel(error);
    const next = aborted ? undefined : await continueText(this.#call, this.#committed);
    if (this.#left) return next?.source.cancel();
    if (next === undefined) this.#fail({ error, failure }, controller);
    else this.#continueWith(next, controller);
  }

  #continueWith(next: CommittedStream, controller: Controller): void {
    const { openText, others } = this.#committed.watch.takeOpenBlocks();
    for (const end of others) this.#enqueue(end, controller);
    this.#committed = next;
    this.#stamper = stamperOf(this.#call, next);
    this.#bridge = new TextBridge(openText);
    this.#open(controller);
  }

  #fail({ error, failure }: { error: unknown; failure: Failure }, controller: Controller): void {
    const { attempt, watch } = this.#committed;
    const { input } = this.#call;
    if (failure.class !== 'aborted') {
      input.streamRetryMemory?.remember(
        input.params,
        this.#failedIds(),
        this.#call.chain.options.clock,
      );
    }
    for (const end of watch.closeOpenBlocks()) this.#enqueue(end, controller);
    for (const end of this.#bridge?.close() ?? []) controller.enqueue(end);
    controller.enqueue({ type: 'error', error: shownError(error, failure) });
    controller.enqueue(this.#withStory(brokenFinish(attempt.record, failure)));
    controller.close();
    endCall(this.#call, error);
  }

  #failedIds(): string[] {
    const failed = this.#call.chain.records.filter(({ outcome }) => outcome === 'failed');
    return failed.map(({ candidate }) => candidate.id);
  }

  #withStory(part: FinishPart): FinishPart {
    const told = this.#call.input.metadata?.(reportOf(this.#call.chain));
    const providerMetadata = mergeMetadata(part.providerMetadata, told);
    return providerMetadata === undefined ? part : { ...part, providerMetadata };
  }
}

function stamperOf(call: LanguageCall, { attempt }: CommittedStream): StreamStamper {
  return new StreamStamper(call.input.hygiene === false ? undefined : stampOf(attempt.candidate));
}

const endedWithoutFinish = {
  class: 'truncated',
  message: 'The stream ended without a finish part: it was cut',
} as const;

const consumerLeft = { class: 'aborted', message: 'The consumer cancelled the stream' } as const;
