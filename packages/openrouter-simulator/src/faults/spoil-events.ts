import type { Frame } from '../http/frame.ts';
import { isRecord, textOf, type JsonRecord } from '../http/json.ts';
import type { Fault, FaultError } from './fault.ts';
import { faultError } from './fault-error.ts';
import { IN_BAND_CODE } from './failure-before-start.ts';
import { reportUsage } from './report-usage.ts';

type EventFrame = Extract<Frame, { type: 'event' }>;
type Place = 'before-content' | 'after-content';

const DEFAULT_HUGE_BYTES = 1_000_000;

const isContent = (frame: Frame): boolean =>
  frame.type === 'event' && ['content', 'reasoning', 'tool'].includes(frame.kind);

/** Index of the first frame after the preamble, or of the one in the middle of the content. */
function indexAt(frames: readonly Frame[], place: Place): number {
  const content = frames.flatMap((frame, index) => (isContent(frame) ? [index] : []));
  const first = content[0] ?? frames.findIndex((frame) => frame.type === 'event');
  if (place === 'before-content') return first;
  return content[Math.ceil(content.length / 2)] ?? (content.at(-1) ?? first) + 1;
}

/** Everything before the place, then these frames and nothing else. */
function endAt(frames: readonly Frame[], place: Place, ...last: readonly Frame[]): Frame[] {
  return [...frames.slice(0, indexAt(frames, place)), ...last];
}

function insertAt(frames: readonly Frame[], place: Place, ...more: readonly Frame[]): Frame[] {
  const index = indexAt(frames, place);
  return [...frames.slice(0, index), ...more, ...frames.slice(index)];
}

/** The envelope (id, model, provider …) of the stream's events. */
function envelopeOf(frames: readonly Frame[]): JsonRecord {
  const event = frames.find((frame): frame is EventFrame => frame.type === 'event');
  return event?.data ?? {};
}

function errorEvent(frames: readonly Frame[], error: JsonRecord | undefined): Frame {
  const envelope = envelopeOf(frames);
  return {
    type: 'event',
    kind: 'error',
    tokens: 0,
    data: {
      ...envelope,
      ...(error && { error }),
      choices: [
        {
          index: 0,
          delta: { content: '' },
          finish_reason: 'error',
          native_finish_reason: 'error',
          logprobs: null,
        },
      ],
    },
  };
}

function mapEvents(
  frames: readonly Frame[],
  change: (event: EventFrame) => readonly Frame[],
): Frame[] {
  return frames.flatMap((frame) => (frame.type === 'event' ? change(frame) : [frame]));
}

/** Leaves the tool calls' arguments half-written. */
function halveToolArguments(frames: readonly Frame[]): Frame[] {
  const tools = frames.filter((frame) => frame.type === 'event' && frame.kind === 'tool');
  const dropped = new Set(tools.slice(Math.ceil(tools.length / 2)));
  return frames.filter((frame) => !dropped.has(frame));
}

function huge(frames: readonly Frame[], bytes: number): Frame[] {
  const first = frames.findIndex((frame) => frame.type === 'event' && frame.kind === 'content');
  const event = frames[first];
  if (event?.type !== 'event') return [...frames];
  const data = {
    ...event.data,
    choices: [
      { index: 0, delta: { content: 'x'.repeat(bytes) }, finish_reason: null, logprobs: null },
    ],
  };
  return [...frames.slice(0, first), { ...event, data }, ...frames.slice(first)];
}

const withoutChoices = (event: EventFrame): EventFrame => ({
  ...event,
  data: { ...event.data, choices: [] },
});

/** Ends the stream inside the first tool call's arguments, before its finish. */
function cutInsideTool(frames: readonly Frame[]): Frame[] {
  const halved = halveToolArguments(frames);
  const last = halved.findLastIndex((frame) => frame.type === 'event' && frame.kind === 'tool');
  return halved.slice(0, last + 1);
}

function wireError(frames: readonly Frame[], fault: FaultError): JsonRecord {
  const provider = textOf(envelopeOf(frames)['provider']);
  return faultError(fault, { status: 200, code: IN_BAND_CODE, provider }).toWire();
}

/** What was sent until then, then an event with the error, and no more. */
function endInError(frames: readonly Frame[], fault: FaultError, place: Place): Frame[] {
  return endAt(frames, place, errorEvent(frames, wireError(frames, fault)));
}

/** A stream of nothing but the error, without the envelope of an answer. */
function onlyError(frames: readonly Frame[], fault: FaultError): Frame[] {
  const error = wireError(frames, fault);
  return [{ type: 'text', text: `data: ${JSON.stringify({ error })}\n\n` }, { type: 'done' }];
}

/** Applies a fault to the frames of a stream. */
export function spoilEvents(frames: readonly Frame[], fault: Fault): readonly Frame[] {
  switch (fault.type) {
    case 'error-in-200':
      return fault.position === 'choice'
        ? endInError(frames, fault, 'after-content')
        : onlyError(frames, fault);
    case 'sse-error':
      return endInError(frames, fault, fault.at);
    case 'finish-error':
      return endAt(frames, fault.at ?? 'before-content', errorEvent(frames, undefined), {
        type: 'done',
      });
    case 'empty':
      return frames.filter((frame) => !isContent(frame));
    case 'no-choices':
      return mapEvents(
        frames.filter((frame) => !isContent(frame)),
        (event) => [withoutChoices(event)],
      );
    case 'cut':
      return fault.at === 'tool-arguments'
        ? cutInsideTool(frames)
        : endAt(frames, fault.at ?? 'after-content');
    case 'truncated-tool-arguments':
      return halveToolArguments(frames);
    case 'malformed-json':
      return insertAt(frames, 'after-content', {
        type: 'text',
        text: 'data: {"id":"gen-sim","choices":[{"delta":{"con\n\n',
      });
    case 'reset':
      return endAt(frames, fault.at === 'after-content' ? 'after-content' : 'before-content', {
        type: 'reset',
      });
    case 'stall':
      return insertAt(
        frames,
        fault.at,
        { type: 'comment' },
        { type: 'wait', ms: fault.ms ?? 'forever' },
      );
    case 'slow-drip':
      return mapEvents(frames, (event) => [{ type: 'wait', ms: fault.ms }, event]);
    case 'duplicate-chunks':
      return mapEvents(frames, (event) => (isContent(event) ? [event, event] : [event]));
    case 'slow-close':
      return [...frames, { type: 'wait', ms: 'forever' }];
    case 'no-done':
      return frames.filter((frame) => frame.type !== 'done');
    case 'huge-line':
      return huge(frames, fault.bytes ?? DEFAULT_HUGE_BYTES);
    case 'null-usage':
    case 'wrong-usage':
    case 'null-cost':
      return mapEvents(frames, (event) => [
        isRecord(event.data['usage']) ? { ...event, data: reportUsage(event.data, fault) } : event,
      ]);
    default:
      return frames;
  }
}
