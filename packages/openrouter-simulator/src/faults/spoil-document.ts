import type { Frame } from '../http/frame.ts';
import { isRecord, textOf, type JsonRecord } from '../http/json.ts';
import type { Fault } from './fault.ts';
import { faultError } from './fault-error.ts';
import { IN_BAND_CODE } from './failure-before-start.ts';
import { reportUsage } from './report-usage.ts';

const DEFAULT_HUGE_BYTES = 1_000_000;

const choicesOf = (data: JsonRecord): JsonRecord[] =>
  Array.isArray(data['choices']) ? data['choices'].filter(isRecord) : [];

/** Changes the first choice and its message. */
function withChoice(
  data: JsonRecord,
  choice: JsonRecord,
  message: (old: JsonRecord) => JsonRecord,
): JsonRecord {
  const [first = {}, ...others] = choicesOf(data);
  const old = isRecord(first['message']) ? first['message'] : {};
  return { ...data, choices: [{ ...first, ...choice, message: message(old) }, ...others] };
}

function halfOf(value: unknown): string {
  const text = textOf(value);
  return text.slice(0, Math.ceil(text.length / 2));
}

function halvedToolCalls(message: JsonRecord): JsonRecord {
  const calls = Array.isArray(message['tool_calls']) ? message['tool_calls'].filter(isRecord) : [];
  if (calls.length === 0) return message;
  const halved = calls.map((call) => {
    const called = isRecord(call['function']) ? call['function'] : {};
    return { ...call, function: { ...called, arguments: halfOf(called['arguments']) } };
  });
  return { ...message, tool_calls: halved };
}

/** An error beside what the model had written so far. */
function partialWithError(data: JsonRecord, error: JsonRecord | undefined): JsonRecord {
  const choice = { finish_reason: 'error', native_finish_reason: 'error', ...(error && { error }) };
  return withChoice(data, choice, (message) => ({
    ...message,
    content: error ? halfOf(message['content']) : '',
  }));
}

/** Half of the body's bytes, then these frames. */
function half(data: JsonRecord, ...last: readonly Frame[]): Frame[] {
  return [{ type: 'text', text: halfOf(JSON.stringify(data)) }, ...last];
}

const document = (data: JsonRecord): Frame[] => [{ type: 'document', data }];

/** Applies a fault to a JSON answer. */
export function spoilDocument(data: JsonRecord, fault: Fault): readonly Frame[] {
  switch (fault.type) {
    case 'error-in-200':
    case 'sse-error': {
      const provider = textOf(data['provider']);
      const error = faultError(fault, { status: 200, code: IN_BAND_CODE, provider }).toWire();
      const isPartial =
        fault.type === 'sse-error' ? fault.at === 'after-content' : fault.position === 'choice';
      return document(isPartial ? partialWithError(data, error) : { error });
    }
    case 'finish-error':
      return document(partialWithError(data, undefined));
    case 'empty':
      return document(
        withChoice(data, {}, ({ tool_calls: _calls, ...message }) => ({ ...message, content: '' })),
      );
    case 'no-choices':
      return document({ ...data, choices: [] });
    case 'truncated-tool-arguments':
      return document(withChoice(data, {}, halvedToolCalls));
    case 'cut':
    case 'malformed-json':
      return half(data);
    case 'reset':
      return half(data, { type: 'reset' });
    case 'stall':
      return [
        { type: 'wait', ms: fault.ms ?? 'forever' },
        { type: 'document', data },
      ];
    case 'slow-drip':
      return [
        { type: 'wait', ms: fault.ms },
        { type: 'document', data },
      ];
    case 'huge-line':
      return document(
        withChoice(data, {}, (message) => ({
          ...message,
          content: 'x'.repeat(fault.bytes ?? DEFAULT_HUGE_BYTES),
        })),
      );
    case 'null-usage':
    case 'wrong-usage':
    case 'null-cost':
      return document(reportUsage(data, fault));
    default:
      return document(data);
  }
}
