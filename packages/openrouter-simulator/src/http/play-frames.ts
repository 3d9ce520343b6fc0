import type { Sleep } from '../time/clock.ts';
import { untilAborted } from '../time/until-aborted.ts';
import { frameText, type Frame } from './frame.ts';
import { ConnectionReset } from './wire-error.ts';

/** How a body's sending came to its end. */
export type Ending = 'complete' | 'reset' | 'cancelled';

/** Arguments of `playFrames`. */
export interface PlayOptions {
  readonly frames: readonly Frame[];
  readonly sleep: Sleep;
  /** Whose caller may give up. */
  readonly request: Request;
  /** Cuts the bytes into pieces of this size, wherever that falls. Default: a frame is a piece. */
  readonly splitBytes?: number | undefined;
  /** Of the lines of a stream. Default: `"\n"`. */
  readonly lineEnding?: '\n' | '\r\n';
  /** Called once, with the frames that were handed out. */
  readonly onEnd: (ending: Ending, sent: readonly Frame[]) => void;
}

function pieces(bytes: Uint8Array, size: number | undefined): Uint8Array[] {
  if (size === undefined || bytes.length <= size) return [bytes];
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, index) => bytes.slice(index * size, (index + 1) * size));
}

/** Sends frames as a body that is pulled: nothing is made before the reader asks, and a reader who leaves is noticed. */
export function playFrames(options: PlayOptions): ReadableStream<Uint8Array> {
  const { frames, request, sleep, splitBytes, lineEnding = '\n' } = options;
  const { signal } = request;
  const encoder = new TextEncoder();
  const left = new AbortController();
  let next = 0;
  let ended = false;

  function end(ending: Ending): void {
    if (ended) return;
    ended = true;
    signal.removeEventListener('abort', onAbort);
    options.onEnd(ending, frames.slice(0, next));
  }
  const onAbort = (): void => left.abort(signal.reason);

  /** Sends what the next frame says; false when it sent nothing. */
  async function playNext(
    controller: ReadableStreamDefaultController<Uint8Array>,
  ): Promise<boolean> {
    const frame = frames[next];
    if (frame === undefined) {
      end('complete');
      controller.close();
      return true;
    }
    if (frame.type === 'reset') throw new ConnectionReset('read ECONNRESET');
    if (frame.type === 'wait')
      await (frame.ms === 'forever'
        ? untilAborted(left.signal, request)
        : sleep(frame.ms, left.signal));
    next += 1;
    const text = frameText(frame).replaceAll('\n', lineEnding);
    if (text === '') return false;
    for (const piece of pieces(encoder.encode(text), splitBytes)) controller.enqueue(piece);
    return true;
  }

  async function pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    try {
      // One frame after the other: a frame may be a wait.
      while (!(await playNext(controller)));
    } catch (error) {
      end(left.signal.aborted ? 'cancelled' : 'reset');
      controller.error(error);
    }
  }

  function start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    signal.addEventListener('abort', onAbort, { once: true });
    left.signal.addEventListener('abort', () => {
      if (ended) return;
      end('cancelled');
      controller.error(left.signal.reason);
    });
    if (signal.aborted) onAbort();
  }

  function cancel(reason: unknown): void {
    end('cancelled');
    left.abort(reason);
  }

  // Nothing is pulled ahead of the reader.
  return new ReadableStream<Uint8Array>({ start, pull, cancel }, { highWaterMark: 0 });
}
