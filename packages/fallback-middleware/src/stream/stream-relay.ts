import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { reportOf } from '../chain/chain-call.ts';
import { failureOf } from '../chain/failure-of.ts';
import { JudgedFailure } from '../chain/judged-failure.ts';
import { settleAttempt } from '../chain/settle-attempt.ts';
import type { Failure } from '../failure/failure.ts';
import { endCall, type LanguageCall } from '../language/language-call.ts';
import { mergeMetadata } from '../report/merge-metadata.ts';
import type { CommittedStream } from './committed-stream.ts';
import { openingParts } from './opening-parts.ts';
import { unknownUsage } from './unknown-usage.ts';

type Controller = ReadableStreamDefaultController<LanguageModelV4StreamPart>;
type FinishPart = Extract<LanguageModelV4StreamPart, { type: 'finish' }>;

/** The second half of a stream: shows part after part, and ends it exactly once, well or not. */
export class StreamRelay {
  readonly #call: LanguageCall;
  readonly #committed: CommittedStream;
  #opened = false;

  constructor(call: LanguageCall, committed: CommittedStream) {
    this.#call = call;
    this.#committed = committed;
  }

  /** Shows at least one part, reading upstream only as far as that takes. */
  async pull(controller: Controller): Promise<void> {
    if (!this.#opened) return this.#open(controller);
    const { attempt, source } = this.#committed;
    try {
      for (;;) {
        attempt.setDeadline('stall', this.#call.chain.options.stallTimeoutMs);
        const part = await source.read();
        attempt.clearDeadline();
        if (part === undefined) throw new JudgedFailure(endedWithoutFinish);
        if (this.#show(part, controller)) return;
      }
    } catch (error) {
      this.#fail(error, controller);
    }
  }

  /** The consumer left: close the connection and count the attempt as abandoned. */
  cancel(reason: unknown): void {
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
      else controller.enqueue(part);
    }
  }

  /** Returns whether the consumer got something. */
  #show(part: LanguageModelV4StreamPart, controller: Controller): boolean {
    if (part.type === 'error') throw part.error;
    if (part.type === 'stream-start') return false;
    if (!this.#committed.watch.observe(part)) return false;
    if (part.type !== 'finish') {
      controller.enqueue(part);
      return true;
    }
    const failure = this.#committed.watch.judge(part);
    if (failure !== undefined) throw new JudgedFailure(failure);
    this.#finish(part, controller);
    return true;
  }

  #finish(part: FinishPart, controller: Controller): void {
    const { attempt, source, watch } = this.#committed;
    for (const toolCall of watch.toolCalls) controller.enqueue(toolCall);
    settleAttempt(this.#call.chain, attempt, { outcome: 'served' });
    controller.enqueue(this.#withStory(part));
    controller.close();
    source.cancel();
    endCall(this.#call);
  }

  #fail(error: unknown, controller: Controller): void {
    const { attempt, source, watch } = this.#committed;
    const { chain } = this.#call;
    const failure = failureOf(attempt, error, chain.options.clock.nowMs());
    const outcome = failure.class === 'aborted' ? 'abandoned' : 'failed';
    settleAttempt(chain, attempt, { outcome, failure, error });
    source.cancel(error);
    for (const end of watch.closeOpenBlocks()) controller.enqueue(end);
    controller.enqueue({ type: 'error', error: shownError(error, failure) });
    controller.enqueue(this.#withStory(this.#failedFinish(failure)));
    controller.close();
    endCall(this.#call, error);
  }

  #failedFinish(failure: Failure): FinishPart {
    const { usage, finishReason, providerMetadata } = this.#committed.attempt.record;
    return {
      type: 'finish',
      usage: usage ?? unknownUsage,
      finishReason: {
        unified: failure.class === 'truncated' ? 'interrupted' : 'error',
        raw: finishReason?.raw,
      },
      ...(providerMetadata === undefined ? {} : { providerMetadata }),
    };
  }

  #withStory(part: FinishPart): FinishPart {
    const told = this.#call.input.metadata?.(reportOf(this.#call.chain));
    const providerMetadata = mergeMetadata(part.providerMetadata, told);
    return providerMetadata === undefined ? part : { ...part, providerMetadata };
  }
}

const endedWithoutFinish = {
  class: 'truncated',
  message: 'The stream ended without a finish part: it was cut',
} as const;

const consumerLeft = { class: 'aborted', message: 'The consumer cancelled the stream' } as const;

/** A judged failure is told in the shape OpenRouter uses in a stream; anything else is shown as it came. */
function shownError(error: unknown, failure: Failure): unknown {
  if (!(error instanceof JudgedFailure)) return error;
  return { code: failure.code ?? failure.class, message: failure.message };
}
