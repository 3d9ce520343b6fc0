import { dayOf } from '../account/day-of.ts';
import { WireError } from '../http/wire-error.ts';
import type { Clock } from '../time/clock.ts';

/** The caps on `:free` models: one account, all its keys. */
export interface FreeLimiter {
  /** Counts a request. @throws WireError 429 beyond a cap. */
  readonly take: () => void;
  /** `free_model_daily_requests` of `GET /key`. */
  readonly daily: () => { limit: number; used: number; remaining: number };
}

/** Arguments of `createFreeLimiter`. */
export interface FreeLimiterOptions {
  readonly clock: Clock;
  readonly perMinute: number;
  readonly perDay: () => number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

interface Cap {
  readonly message: string;
  readonly source: string;
  readonly limit: number;
  readonly resetMs: number;
}

/** The headers come in the body too, as OpenRouter repeats them there; no Retry-After: the reset is the only hint. */
function capReached(cap: Cap): WireError {
  const headers = {
    'X-RateLimit-Limit': String(cap.limit),
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset': String(cap.resetMs),
  };
  return new WireError({
    status: 429,
    message: cap.message,
    metadata: { error_type: 'rate_limit_exceeded', limit_source: cap.source, headers },
    headers,
  });
}

const minuteOf = (nowMs: number): string => `minute ${Math.floor(nowMs / MINUTE_MS)}`;

/** Counts requests in the current UTC minute and day. Refused requests are not counted. */
export function createFreeLimiter(options: FreeLimiterOptions): FreeLimiter {
  const { clock, perMinute, perDay } = options;
  const used = new Map<string, number>();

  function take(): void {
    const nowMs = clock();
    const [minute, day] = [minuteOf(nowMs), dayOf(nowMs)];
    if ((used.get(day) ?? 0) >= perDay())
      throw capReached({
        message:
          'Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model requests per day',
        source: 'openrouter_free_tier_daily',
        limit: perDay(),
        resetMs: (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS,
      });
    if ((used.get(minute) ?? 0) >= perMinute)
      throw capReached({
        message: 'Rate limit exceeded: free-models-per-min. ',
        source: 'openrouter_free_tier_per_minute',
        limit: perMinute,
        resetMs: (Math.floor(nowMs / MINUTE_MS) + 1) * MINUTE_MS,
      });
    const [minuteCount, dayCount] = [used.get(minute) ?? 0, used.get(day) ?? 0];
    used.clear();
    used.set(minute, minuteCount + 1).set(day, dayCount + 1);
  }

  function daily(): { limit: number; used: number; remaining: number } {
    const [limit, count] = [perDay(), used.get(dayOf(clock())) ?? 0];
    return { limit, used: count, remaining: Math.max(0, limit - count) };
  }

  return { take, daily };
}
