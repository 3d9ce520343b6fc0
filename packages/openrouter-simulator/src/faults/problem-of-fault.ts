import { isRecord, type JsonRecord } from '../http/json.ts';
import { FAULT_TYPES, isFaultType, KIND_FIELDS, SCOPE_FIELDS } from './fault-fields.ts';
import type { FaultRoute } from './fault.ts';
import { nearestName } from './nearest-name.ts';

const PLACES = ['before-headers', 'before-content', 'after-content', 'tool-arguments'];
const ROUTES: readonly FaultRoute[] = ['chat', 'embeddings', 'models', 'any'];

/** What is wrong with a fault from outside, in one sentence; undefined where nothing is. A misspelt one would never strike, or always. */
export function problemOfFault(value: unknown): string | undefined {
  if (!isRecord(value))
    return `a fault is an object, not ${value === null ? 'null' : typeof value}`;
  return problemOfType(value) ?? problemOfNames(value) ?? problemOfValues(value);
}

function problemOfType({ type }: JsonRecord): string | undefined {
  if (isFaultType(type)) return undefined;
  const given = typeof type === 'string' ? JSON.stringify(type) : typeof type;
  return `unknown fault type ${given}: did you mean "${nearestName(String(type), FAULT_TYPES)}"? There are ${FAULT_TYPES.join(', ')}`;
}

function problemOfNames(fault: JsonRecord): string | undefined {
  const { type } = fault;
  const kind = isFaultType(type) ? KIND_FIELDS[type] : {};
  const names = ['type', ...Object.keys(kind), ...Object.keys(SCOPE_FIELDS)];
  const stranger = Object.keys(fault).find(
    (name) => fault[name] !== undefined && !names.includes(name),
  );
  if (stranger === undefined) return undefined;
  return `"${String(type)}" faults have no "${stranger}" (${typeof fault[stranger]} given): did you mean "${nearestName(stranger, names)}"?`;
}

function problemOfValues(fault: JsonRecord): string | undefined {
  const { type, status, at, route, model, pricing } = fault;
  if (type === 'status' && typeof status !== 'number') return 'a status fault needs a "status"';
  if (at !== undefined && !PLACES.some((place) => place === at))
    return `"at" is one of ${PLACES.join(', ')}`;
  if (route !== undefined && !ROUTES.some((known) => known === route))
    return `"route" is one of ${ROUTES.join(', ')}`;
  if (type === 'price-change' && (typeof model !== 'string' || model.includes('*')))
    return 'a price-change fault needs a "model" without *';
  if (type === 'price-change' && !isRecord(pricing))
    return 'a price-change fault needs a "pricing"';
  return (
    problemOfTypes(fault, 'string', ['model', 'provider', 'successor', 'body']) ??
    problemOfTypes(fault, 'number', NUMBERS)
  );
}

const NUMBERS = ['times', 'probability', 'fromMs', 'untilMs', 'ms', 'bytes', 'factor'];

function problemOfTypes(
  fault: JsonRecord,
  type: 'string' | 'number',
  names: readonly string[],
): string | undefined {
  const wrong = names.find((name) => fault[name] !== undefined && typeof fault[name] !== type);
  return wrong === undefined
    ? undefined
    : `"${wrong}" is ${typeof fault[wrong]} and must be a ${type}`;
}
