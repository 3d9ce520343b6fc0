import type { IsoDate } from '../model.ts';

/** A day in `YYYY-MM-DD`, or `null` for anything else, days that no calendar has included. */
export function parseIsoDate(text: string | null | undefined): IsoDate | null {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text;
}
