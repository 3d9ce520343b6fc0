/** The UTC day of a moment, YYYY-MM-DD. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The Monday of that day's week, in UTC. */
export function weekStartOf(ms: number): string {
  const weekday = (new Date(ms).getUTCDay() + 6) % 7;
  return dayOf(ms - weekday * 86_400_000);
}

/** The first of that day's month, in UTC. */
export function monthStartOf(ms: number): string {
  return `${dayOf(ms).slice(0, 7)}-01`;
}
