import { isRecord, type JsonRecord } from '../http/json.ts';
import type { Fault } from './fault.ts';

const DEFAULT_FACTOR = 10;

const scaled = (usage: JsonRecord, factor: number): JsonRecord =>
  Object.fromEntries(
    Object.entries(usage).map(([key, value]) => [
      key,
      typeof value === 'number' ? value * factor : value,
    ]),
  );

/** A body whose `usage` is not what was used. */
export function reportUsage(
  data: JsonRecord,
  fault: Extract<Fault, { type: 'null-usage' | 'wrong-usage' | 'null-cost' }>,
): JsonRecord {
  const usage = isRecord(data['usage']) ? data['usage'] : {};
  switch (fault.type) {
    case 'null-usage':
      return { ...data, usage: null };
    case 'null-cost':
      return { ...data, usage: { ...usage, cost: null } };
    default:
      return { ...data, usage: scaled(usage, fault.factor ?? DEFAULT_FACTOR) };
  }
}
