import type { LanguageModelV4FinishReason, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { partToText, type MediaKind, type PartText } from '../message/part-to-text.ts';
import { spoken } from './spoken.ts';

export interface StreamEnd {
  /** All text of the stream, with marks for images and files in it. */
  readonly text: string;
  readonly media: readonly MediaKind[];
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
  const said: (string | PartText)[] = [];
  let finishReason: LanguageModelV4FinishReason | undefined;
  return stream.pipeThrough(
    new TransformStream({
      transform(part, controller) {
        if (part.type === 'text-delta') said.push(part.delta);
        if (part.type === 'file') said.push(partToText(part));
        if (part.type === 'finish') finishReason = part.finishReason;
        controller.enqueue(part);
      },
      flush() {
        if (finishReason !== undefined) onEnd({ ...spoken(said), finishReason });
      },
    }),
  );
}
