const secondMs = 1000;
let known = { second: Number.NaN, prefix: '' };

/** ISO 8601 in UTC with milliseconds. The text of the current second is kept, since calls come many to a second. */
export function isoTime(epochMs: number): string {
  const second = Math.floor(epochMs / secondMs);
  if (second !== known.second) {
    known = { second, prefix: new Date(second * secondMs).toISOString().slice(0, 20) };
  }
  const milliseconds = Math.floor(epochMs - second * secondMs);
  return `${known.prefix}${String(milliseconds).padStart(3, '0')}Z`;
}
