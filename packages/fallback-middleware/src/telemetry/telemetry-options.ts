/** The part of an OpenTelemetry span that is used. */
export interface SpanLike {
  setAttribute(name: string, value: string | number | boolean): unknown;
  recordException(error: Error): void;
  setStatus(status: { code: number; message?: string }): unknown;
  end(): void;
}

/** The part of an OpenTelemetry tracer that is used; `C` is the API's Context, which stays opaque here. */
export interface TracerLike<C = unknown> {
  startSpan(
    name: string,
    options?: { attributes?: Record<string, string | number | boolean> },
    context?: C,
  ): SpanLike;
}

/** OpenTelemetry, as far as it is wanted. Spans hold ids, classes, counts and durations, never content. */
export interface TelemetryOptions<C = unknown> {
  readonly tracer: TracerLike<C>;
  /**
   * Makes a context in which `span` is active: `(span) => trace.setSpan(context.active(), span)`. With it attempts
   * nest below the call's span; without it they stand beside it under the caller's.
   */
  readonly contextWith?: (span: SpanLike) => C;
}
