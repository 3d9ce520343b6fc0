import type { ErrorFacts } from './error-facts.ts';
import { readNumber, readObject, readProperty } from './safe-read.ts';

/** The longest delay a timer can hold: above 2^31 − 1 ms Node fires at once. */
export const longestTimerMs = 2_147_483_647;

/**
 * How long the server asks us to stay away, in milliseconds, or undefined when it does not say or says nonsense.
 * Order: `availability.retry_after` (s), `retry-after-ms`, `Retry-After` (s or date), `X-RateLimit-Reset` (epoch ms or s).
 */
export function readRetryHint(facts: ErrorFacts, nowMs: number): number | undefined {
  const inBody = readObject(facts.metadata, 'headers');
  const header = (name: string): string | undefined =>
    headerOf(facts.headers, name) ?? headerOf(inBody, name);
  return bounded(
    secondsToMs(readNumber(facts.availability, 'retry_after')) ??
      secondsToMs(readNumber(facts.metadata, 'retry_after')) ??
      positive(numeric(header('retry-after-ms'))) ??
      fromRetryAfter(header('retry-after'), nowMs) ??
      fromReset(header('x-ratelimit-reset'), nowMs),
  );
}

function headerOf(headers: object | undefined, name: string): string | undefined {
  if (headers === undefined) return undefined;
  const direct = readProperty(headers, name);
  if (direct !== undefined) return text(direct);
  for (const key of safeKeys(headers)) {
    if (key.toLowerCase() === name) return text(readProperty(headers, key));
  }
  return undefined;
}

function safeKeys(value: object): string[] {
  try {
    return Object.keys(value);
  } catch {
    return [];
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string'
    ? value.trim()
    : typeof value === 'number'
      ? `${value}`
      : undefined;
}

function numeric(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d+(?:\.\d+)?(?:e\d+)?$/i.test(value)
    ? Number(value)
    : undefined;
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function secondsToMs(seconds: number | undefined): number | undefined {
  const value = positive(seconds);
  return value === undefined ? undefined : value * 1000;
}

function fromRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined || value === '') return undefined;
  const seconds = numeric(value);
  if (seconds !== undefined) return secondsToMs(seconds);
  const date = /[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

// OpenRouter sends epoch milliseconds; other vendors send epoch seconds or seconds from now.
function fromReset(value: string | undefined, nowMs: number): number | undefined {
  const reset = positive(numeric(value));
  if (reset === undefined) return undefined;
  if (reset > 1e12) return Math.max(0, reset - nowMs);
  if (reset > 1e9) return Math.max(0, reset * 1000 - nowMs);
  return reset * 1000;
}

function bounded(delayMs: number | undefined): number | undefined {
  return delayMs === undefined ? undefined : Math.min(Math.ceil(delayMs), longestTimerMs);
}
