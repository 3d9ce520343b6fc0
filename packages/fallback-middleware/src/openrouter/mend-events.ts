import { mendUsage } from './mend-usage.ts';

const dataField = 'data:';
const done = '[DONE]';

/**
 * Server-sent events whose `usage` the provider can read, and which end at `[DONE]` even if the connection does not:
 * the provider tells the finish only when its stream closes. Line by line, so that nothing is held back.
 */
export function mendEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array> {
  return body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(mendLines())
    .pipeThrough(new TextEncoderStream());
}

function mendLines(): TransformStream<string, string> {
  let rest: string[] = [];
  return new TransformStream({
    transform: (chunk, controller) => {
      const end = chunk.lastIndexOf('\n') + 1;
      rest.push(end === 0 ? chunk : chunk.slice(0, end));
      if (end === 0) return;
      const lines = rest.join('').split('\n');
      rest = [chunk.slice(end)];
      const last = lines.findIndex(isDone);
      const told = last === -1 ? lines : [...lines.slice(0, last + 1), '', ''];
      controller.enqueue(told.map(mendLine).join('\n'));
      // Closes this side and cancels the connection.
      if (last !== -1) controller.terminate();
    },
    flush: (controller) => controller.enqueue(mendLine(rest.join(''))),
  });
}

function isDone(line: string): boolean {
  return line.startsWith(dataField) && line.slice(dataField.length).trim() === done;
}

function mendLine(line: string): string {
  if (!line.startsWith(dataField)) return line;
  const document = line.slice(dataField.length);
  const mended = mendUsage(document);
  return mended === document ? line : `${dataField} ${mended}`;
}
