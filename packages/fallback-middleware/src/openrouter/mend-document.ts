import { mendUsage } from './mend-usage.ts';

/** A JSON body whose `usage` the provider can read. Errors of the connection stay errors of the body. */
export function mendDocument(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array> {
  let text = '';
  const whole = new TransformStream<string, string>({
    transform: (chunk) => {
      text += chunk;
    },
    flush: (controller) => controller.enqueue(mendUsage(text)),
  });
  return body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(whole)
    .pipeThrough(new TextEncoderStream());
}
