import type { AttemptRecord } from '../report/attempt-record.ts';
import { redact } from '../failure/redact.ts';
import { readString } from '../failure/safe-read.ts';
import type { SpanLike, TelemetryOptions } from './telemetry-options.ts';

// SpanStatusCode.ERROR of @opentelemetry/api.
const statusError = 2;

/** One call's spans: one for the call, one for each attempt. What the tracer throws is dropped: tracing cannot break a call. */
export class ChainTrace {
  readonly #options: TelemetryOptions;
  readonly #call: SpanLike | undefined;
  readonly #attempts = new Map<AttemptRecord, SpanLike>();

  constructor(options: TelemetryOptions) {
    this.#options = options;
    this.#call = safely(() => options.tracer.startSpan('fallback'));
  }

  attemptStarted(record: AttemptRecord, attemptNumber: number): void {
    const attributes = {
      'fallback.candidate': record.candidate.id,
      'fallback.attempt': attemptNumber,
      'gen_ai.request.model': record.candidate.model.modelId,
    };
    const span = safely(() =>
      this.#options.tracer.startSpan('fallback.attempt', { attributes }, this.#context()),
    );
    if (span !== undefined) this.#attempts.set(record, span);
  }

  attemptEnded(record: AttemptRecord, error: unknown): void {
    const span = this.#attempts.get(record);
    if (span === undefined) return;
    this.#attempts.delete(record);
    safely(() => {
      describeAttempt(span, record);
      if (record.outcome === 'failed') recordError(span, error, record.failure?.message);
      span.end();
    });
  }

  end(error: unknown): void {
    const span = this.#call;
    if (span === undefined) return;
    safely(() => {
      if (error !== undefined) recordError(span, error, undefined);
      span.end();
    });
  }

  #context(): unknown {
    return this.#call === undefined ? undefined : this.#options.contextWith?.(this.#call);
  }
}

function describeAttempt(span: SpanLike, record: AttemptRecord): void {
  const { failure, outcome, responseModelId, ttftMs } = record;
  span.setAttribute('fallback.outcome', outcome ?? 'abandoned');
  if (responseModelId !== undefined) span.setAttribute('gen_ai.response.model', responseModelId);
  if (ttftMs !== undefined) span.setAttribute('fallback.ttft_ms', ttftMs);
  if (failure === undefined) return;
  span.setAttribute('error.type', failure.class);
  if (failure.status !== undefined) span.setAttribute('http.response.status_code', failure.status);
}

// Name and message only: the error itself may hold the request body.
function recordError(span: SpanLike, error: unknown, message: string | undefined): void {
  const told = new Error(redact(message ?? readString(error, 'message') ?? 'unknown error'));
  told.name = readString(error, 'name') ?? 'Error';
  span.recordException(told);
  span.setStatus({ code: statusError, message: told.message });
}

function safely<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    // A tracer that throws loses its span, not the call.
    return undefined;
  }
}
