import { EventMender } from './event-mender.ts';

/**
 * Server-sent events whose `usage` the provider can read, and which end at `[DONE]` even if the connection does not:
 * the provider tells the finish only when its stream closes. Reads no further than somebody asks.
 */
export function mendEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const mender = new EventMender();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        let text = '';
        while (text === '' && !mender.isDone) {
          const { done, value } = await reader.read();
          text = done
            ? mender.end(decoder.decode())
            : mender.add(decoder.decode(value, { stream: true }));
          if (done) break;
        }
        if (text !== '') controller.enqueue(encoder.encode(text));
        if (!mender.isDone) return;
        controller.close();
        // The answer is complete: how its connection ends changes nothing.
        reader.cancel().catch(() => undefined);
      },
      cancel: async (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
