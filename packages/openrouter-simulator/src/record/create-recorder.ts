import type { Clock } from '../time/clock.ts';
import type { Exchange, RecordedChunk, Recording } from './recording.ts';
import { readBody, redact, secretsOf } from './redact.ts';

/** Headers that a client acts on; the others may tell who asked. */
const KEPT_HEADERS =
  /^(?:content-type|retry-after|x-ratelimit-.*|x-generation-id|x-provider-name|etag)$/;

/** Arguments of `createRecorder`. */
export interface RecorderOptions {
  /** Where the requests go. Default: the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Default: `Date.now`. */
  readonly clock?: Clock;
}

/** Lets requests through and writes down what came back. */
export interface Recorder {
  /** Pass to `createOpenRouter({ fetch })`. */
  readonly fetch: typeof globalThis.fetch;
  /** What was recorded so far. Prompts and answers are in it, keys are not. */
  readonly recording: () => Recording;
}

function keptHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => KEPT_HEADERS.test(name)));
}

/** Notes each piece as it passes to the reader; a reader who stops leaves a shorter recording. */
function watch(
  body: ReadableStream<Uint8Array>,
  clock: Clock,
  chunks: RecordedChunk[],
): ReadableStream<Uint8Array> {
  const decoder = new TextDecoder();
  let beforeMs = clock();
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, controller) {
        const nowMs = clock();
        chunks.push({ afterMs: nowMs - beforeMs, text: decoder.decode(bytes, { stream: true }) });
        beforeMs = nowMs;
        controller.enqueue(bytes);
      },
    }),
  );
}

interface Noted {
  readonly exchange: Omit<Exchange, 'chunks'>;
  readonly chunks: RecordedChunk[];
  readonly secrets: readonly string[];
}

/** A secret may be cut by the border of two pieces, so the whole text is cleaned, and pieces stay where nothing was found. */
function cleaned({ exchange, chunks, secrets }: Noted): Exchange {
  const text = chunks.map((chunk) => chunk.text).join('');
  const clean = redact(text, secrets);
  return { ...exchange, chunks: clean === text ? chunks : [{ afterMs: 0, text: clean }] };
}

/** Records real traffic, so that a session with a key becomes a fixture without one. */
export function createRecorder(options: RecorderOptions = {}): Recorder {
  const { fetch: send = globalThis.fetch, clock = Date.now } = options;
  const noted: Noted[] = [];
  const recordedAt = new Date(clock()).toISOString();

  const fetch: Recorder['fetch'] = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const secrets = secretsOf(request);
    const body = readBody(await request.clone().text(), secrets);
    const response = await send(request);
    const chunks: RecordedChunk[] = [];
    noted.push({
      exchange: {
        method: request.method,
        path: redact(pathname + search, secrets),
        request: body,
        status: response.status,
        headers: keptHeaders(response.headers),
      },
      chunks,
      secrets,
    });
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    return new Response(watch(response.body, clock, chunks), { status, statusText, headers });
  };

  return { fetch, recording: () => ({ version: 1, recordedAt, exchanges: noted.map(cleaned) }) };
}
