let known = { epochMs: Number.NaN, text: '' };

/** ISO 8601 in UTC with milliseconds. The last text is kept, since calls come many to a millisecond. */
export function isoTime(epochMs: number): string {
  if (epochMs !== known.epochMs) known = { epochMs, text: new Date(epochMs).toISOString() };
  return known.text;
}
