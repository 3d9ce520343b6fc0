import { canonical } from '../http/json.ts';
import { playFrames } from '../http/play-frames.ts';
import { errorResponse, SIMULATOR_HEADERS } from '../http/respond.ts';
import type { Frame } from '../http/frame.ts';
import { WireError } from '../http/wire-error.ts';
import type { Sleep } from '../time/clock.ts';
import { realSleep } from '../time/real-sleep.ts';
import { readBody, redact, secretsOf } from './redact.ts';
import type { Exchange, Recording } from './recording.ts';

/** Arguments of `createReplay`. */
export interface ReplayOptions {
  /** How many times as fast as recorded. Default: Infinity, no waiting. */
  readonly speed?: number;
  readonly sleep?: Sleep;
}

const keyOf = (method: string, path: string, body: unknown): string =>
  `${method} ${path} ${canonical(body)}`;

function framesOf(exchange: Exchange, speed: number): Frame[] {
  return exchange.chunks.flatMap((chunk): Frame[] => [
    ...(speed === Infinity ? [] : [{ type: 'wait', ms: chunk.afterMs / speed } as const]),
    { type: 'text', text: chunk.text },
  ]);
}

const unknownRequest = (method: string, path: string): WireError =>
  new WireError({
    status: 404,
    message: `The recording holds no answer to ${method} ${path} with this body. Record it again, or compare the request's body with those recorded.`,
  });

/**
 * A `fetch` that answers from a recording: the same method, path and body get the recorded answers in their order, the last one again
 * and again. What was not recorded is answered with 404 and says so.
 */
export function createReplay(
  recording: Recording,
  options: ReplayOptions = {},
): typeof globalThis.fetch {
  const { speed = Infinity, sleep = realSleep } = options;
  const waiting = new Map<string, Exchange[]>();
  for (const exchange of recording.exchanges) {
    const key = keyOf(exchange.method, exchange.path, exchange.request);
    waiting.set(key, [...(waiting.get(key) ?? []), exchange]);
  }

  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const secrets = secretsOf(request);
    const path = redact(pathname + search, secrets);
    const asked = readBody(await request.text(), secrets);
    const answers = waiting.get(keyOf(request.method, path, asked)) ?? [];
    const exchange = answers.length > 1 ? answers.shift() : answers[0];
    if (exchange === undefined) return errorResponse(unknownRequest(request.method, path));
    const frames = framesOf(exchange, speed);
    const body = playFrames({
      frames,
      sleep,
      request,
      onEnd: () => undefined,
    });
    const headers = {
      ...exchange.headers,
      ...SIMULATOR_HEADERS,
      'x-openrouter-simulator': 'replay',
    };
    const isEmpty = exchange.status === 204 || exchange.status === 304;
    return new Response(isEmpty ? null : body, { status: exchange.status, headers });
  };
}
