import type { PriceOverride } from '@tierwise/catalog';

export interface OverrideContext {
  /** The whole prompt, cached tokens included. */
  readonly inputTokens: number;
  /** When the request was made. */
  readonly at: Date;
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Whether every stated condition of an override holds. */
export function matchesOverride(
  override: PriceOverride,
  { inputTokens, at }: OverrideContext,
): boolean {
  const { inputTokensAbove } = override;
  if (inputTokensAbove !== undefined && !(inputTokens > inputTokensAbove)) return false;
  return isInWindow(override, at) && isOnDay(override, at);
}

/** Half-open; a window that ends before it starts wraps midnight; one that ends where it starts is the whole day. */
function isInWindow({ utcStart, utcEnd }: PriceOverride, at: Date): boolean {
  if (utcStart === undefined && utcEnd === undefined) return true;
  const [start, end] = [utcStart ?? 0, utcEnd ?? 2400];
  const now = at.getUTCHours() * 100 + at.getUTCMinutes();
  if (start === end) return true;
  return start < end ? now >= start && now < end : now >= start || now < end;
}

/** Names count by their first three letters, so `Monday`, `monday` and `mon` are one day. */
function isOnDay({ utcDays }: PriceOverride, at: Date): boolean {
  if (utcDays === undefined) return true;
  const today = DAYS[at.getUTCDay()];
  return utcDays.some((day) => day.slice(0, 3).toLowerCase() === today);
}
