import type { PriceOverride, Pricing } from '../catalog/model.ts';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Equal ends mean the whole day; an end before the start wraps around midnight. */
function insideWindow(override: PriceOverride, at: Date): boolean {
  const { utc_start: start, utc_end: end } = override;
  if (start === undefined || end === undefined || start === end) return true;
  const now = at.getUTCHours() * 100 + at.getUTCMinutes();
  return start < end ? now >= start && now < end : now >= start || now < end;
}

function onDay(override: PriceOverride, at: Date): boolean {
  const today = DAYS[at.getUTCDay()] ?? '';
  return override.utc_days?.some((day) => day.toLowerCase().startsWith(today)) ?? true;
}

function applies(override: PriceOverride, promptTokens: number, at: Date): boolean {
  const longEnough = promptTokens > (override.min_prompt_tokens ?? -1);
  return longEnough && insideWindow(override, at) && onDay(override, at);
}

/** The prices in force for a prompt of this size at this moment: later overrides win, rate by rate. */
export function ratesAt(pricing: Pricing, promptTokens: number, atMs: number): Pricing {
  const at = new Date(atMs);
  return (pricing.overrides ?? [])
    .filter((override) => applies(override, promptTokens, at))
    .reduce<Pricing>((rates, override) => ({ ...rates, ...override }), pricing);
}
