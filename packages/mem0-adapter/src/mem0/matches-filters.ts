import { isRecord } from '../call/is-record.ts';
import type { Mem0Filters, Mem0Payload } from './mem0-vector-store.ts';

/**
 * Whether a payload meets every condition, as Mem0 writes them: a value or `'*'`, a list to choose
 * from, operators such as `{ gte: 3 }`, and `$or` and `$not` over lists of filters.
 *
 * @throws TypeError on an operator that Mem0 does not have: ignoring it would widen the scope.
 */
export function matchesFilters(payload: Mem0Payload, filters: Mem0Filters = {}): boolean {
  return Object.entries(filters).every(([key, condition]) => {
    if (key === '$or') return filterList(condition).some((each) => matchesFilters(payload, each));
    if (key === '$not') return !filterList(condition).some((each) => matchesFilters(payload, each));
    return meets(payload[key], condition);
  });
}

function meets(value: unknown, condition: unknown): boolean {
  if (condition === '*') return true;
  if (Array.isArray(condition)) return condition.includes(value);
  if (!isRecord(condition)) return value === condition;
  return Object.entries(condition).every(([name, operand]) => {
    const operator = operators.get(name);
    if (operator === undefined) throw new TypeError(`Unknown filter operator "${name}"`);
    return operator(value, operand);
  });
}

const operators: ReadonlyMap<string, (value: unknown, operand: unknown) => boolean> = new Map([
  ['eq', (value, operand) => value === operand],
  ['ne', (value, operand) => value !== operand],
  ['gt', (value, operand) => order(value, operand) > 0],
  ['gte', (value, operand) => order(value, operand) >= 0],
  ['lt', (value, operand) => order(value, operand) < 0],
  ['lte', (value, operand) => order(value, operand) <= 0],
  ['in', (value, operand) => Array.isArray(operand) && operand.includes(value)],
  ['nin', (value, operand) => Array.isArray(operand) && !operand.includes(value)],
  ['contains', (value, operand) => contains(value, operand)],
  ['icontains', (value, operand) => contains(lowerCase(value), lowerCase(operand))],
]);

/** `NaN`, which is neither above nor below, where the two cannot be ordered. */
function order(value: unknown, operand: unknown): number {
  if (typeof value === 'number' && typeof operand === 'number') return value - operand;
  if (typeof value !== 'string' || typeof operand !== 'string') return Number.NaN;
  if (value === operand) return 0;
  return value > operand ? 1 : -1;
}

function contains(value: unknown, operand: unknown): boolean {
  return typeof value === 'string' && typeof operand === 'string' && value.includes(operand);
}

function lowerCase(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function filterList(value: unknown): readonly Mem0Filters[] {
  if (Array.isArray(value) && value.every(isRecord)) return value;
  throw new TypeError('"$or" and "$not" take a list of filters');
}
