import type { LanguageModelV4FinishReason, LanguageModelV4StreamPart } from '@ai-sdk/provider';

export interface StreamEnd {
  /** All text of the stream. */
  readonly text: string;
  readonly finishReason: LanguageModelV4FinishReason;
}

export interface WatchStreamOptions {
  readonly stream: ReadableStream<LanguageModelV4StreamPart>;
  /** Called once, when a stream that finished has been read to its end. */
  readonly onEnd: (end: StreamEnd) => void;
}

/** The same stream, part by part and without delay; a stream that breaks off ends in nothing. */
export function watchStream({
  stream,
  onEnd,
}: WatchStreamOptions): ReadableStream<LanguageModelV4StreamPart> {
  let text = '';
  let finishReason: LanguageModelV4FinishReason | undefined;
  return stream.pipeThrough(
    new TransformStream({
      transform(part, controller) {
        if (part.type === 'text-delta') text += part.delta;
        if (part.type === 'finish') finishReason = part.finishReason;
        controller.enqueue(part);
      },
      flush() {
        if (finishReason !== undefined) onEnd({ text, finishReason });
      },
    }),
  );
}
