/** Told about everything that was left out: which field, and why. */
export type ReportProblem = (field: string, reason: string) => void;

/** A stranger's value for a message: short, and quoted when it is text. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  return typeof value === 'number' ? String(value) : value === null ? 'null' : typeof value;
}
