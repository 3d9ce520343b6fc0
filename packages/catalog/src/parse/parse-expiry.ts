import type { IsoDate } from '../model.ts';
import { parseIsoDate } from './parse-iso-date.ts';

/** The announced last day of a model. Some rows carry 2098-12-31, which means that no end is planned. */
export function parseExpiry(date: string | null | undefined): IsoDate | null {
  const day = parseIsoDate(date);
  return day === null || day >= '2098-01-01' ? null : day;
}
