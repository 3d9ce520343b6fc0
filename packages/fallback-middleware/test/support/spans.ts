import type { SpanLike, TelemetryOptions } from '../../src/index.ts';

export interface RecordedSpan {
  readonly name: string;
  readonly parent: string | undefined;
  readonly attributes: Record<string, unknown>;
  readonly exceptions: string[];
  ended: number;
}

export interface RecordingTracer extends Required<TelemetryOptions> {
  readonly spans: RecordedSpan[];
}

/** A tracer that keeps what it is told; a context is the span it holds. */
export function createRecordingTracer(): RecordingTracer {
  const spans: RecordedSpan[] = [];
  const names = new Map<unknown, string>();
  return {
    spans,
    contextWith: (span) => span,
    tracer: {
      startSpan: (name, options, context) => {
        const recorded: RecordedSpan = {
          name,
          parent: names.get(context),
          attributes: { ...options?.attributes },
          exceptions: [],
          ended: 0,
        };
        spans.push(recorded);
        const span: SpanLike = {
          setAttribute: (key, value) => (recorded.attributes[key] = value),
          recordException: ({ message }) => void recorded.exceptions.push(message),
          setStatus: () => undefined,
          end: () => void (recorded.ended += 1),
        };
        names.set(span, name);
        return span;
      },
    },
  };
}
