import type { Endpoint } from '../catalog/endpoint.ts';
import type { Frame } from '../http/frame.ts';
import type { Random } from '../time/random.ts';

const USUAL_FIRST_TOKEN_MS = 500;
const USUAL_TOKENS_PER_SECOND = 60;
/** Keep-alive comments while the caller waits for the first token. */
const COMMENT_EVERY_MS = 500;

/** A draw around the median with the long right tail that p50 and p99 describe: log-normal through both. */
function drawMs(percentiles: Endpoint['latency_last_30m'], usual: number, random: Random): number {
  const median = percentiles?.p50 ?? usual;
  const ratio = Math.max(1, (percentiles?.p99 ?? median * 2) / median);
  const spread = Math.log(ratio) / 2.326;
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(spread * normal);
}

/** How long one call takes. */
export interface Latency {
  readonly firstTokenMs: number;
  readonly msPerToken: number;
}

/** Draws the latency of a call from its endpoint's percentiles, divided by `speed`. */
export function drawLatency(endpoint: Endpoint, speed: number, random: Random): Latency {
  if (speed === Infinity) return { firstTokenMs: 0, msPerToken: 0 };
  const tokensPerSecond = endpoint.throughput_last_30m?.p50 ?? USUAL_TOKENS_PER_SECOND;
  return {
    firstTokenMs: drawMs(endpoint.latency_last_30m, USUAL_FIRST_TOKEN_MS, random) / speed,
    msPerToken: 1000 / tokensPerSecond / speed,
  };
}

/** Comments and waits in front of the first event, and a wait before each event for its tokens. */
export function paceEvents(frames: readonly Frame[], latency: Latency): Frame[] {
  if (latency.firstTokenMs === 0) return [{ type: 'comment' }, ...frames];
  const comments = Math.floor(latency.firstTokenMs / COMMENT_EVERY_MS);
  const opening = Array.from({ length: comments }, (): Frame[] => [
    { type: 'comment' },
    { type: 'wait', ms: COMMENT_EVERY_MS },
  ]).flat();
  const rest = latency.firstTokenMs - comments * COMMENT_EVERY_MS;
  const paced = frames.flatMap((frame): Frame[] =>
    frame.type === 'event' && frame.tokens > 0
      ? [{ type: 'wait', ms: frame.tokens * latency.msPerToken }, frame]
      : [frame],
  );
  return [{ type: 'comment' }, ...opening, { type: 'wait', ms: rest }, ...paced];
}
