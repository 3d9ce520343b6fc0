import type { EventKind, Frame } from '../http/frame.ts';
import type { JsonRecord } from '../http/json.ts';
import { countTextTokens } from './count-tokens.ts';
import type { Served } from './served.ts';
import { wireUsage } from './wire-usage.ts';

/** How many characters one content event carries: a few words. */
const CHARACTERS_PER_EVENT = 24;

function envelope(served: Served, object: string): JsonRecord {
  return {
    id: served.generationId,
    object,
    created: served.created,
    model: served.model.id,
    provider: served.endpoint.provider_name,
    system_fingerprint: 'fp_simulated',
  };
}

interface WireToolCall {
  readonly index: number;
  readonly id: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: string };
}

function wireToolCalls(served: Served): WireToolCall[] {
  return served.reply.toolCalls.map((call, index) => ({
    index,
    id: `call_${served.generationId.slice(-12)}_${index}`,
    type: 'function',
    function: { name: call.name, arguments: call.arguments },
  }));
}

function reasoningFields(text: string): JsonRecord {
  return {
    reasoning: text,
    reasoning_details: [{ type: 'reasoning.text', text, format: 'unknown', index: 0 }],
  };
}

/** The body of a JSON answer. */
export function chatDocument(served: Served, showReasoning: boolean): JsonRecord {
  const { reply } = served;
  const calls = wireToolCalls(served);
  const message = {
    role: 'assistant',
    content: calls.length > 0 ? null : reply.text,
    refusal: null,
    ...(reply.reasoning !== '' && showReasoning
      ? reasoningFields(reply.reasoning)
      : { reasoning: null }),
    ...(calls.length > 0 && { tool_calls: calls }),
  };
  const choice = {
    index: 0,
    logprobs: null,
    finish_reason: reply.finishReason,
    native_finish_reason: reply.finishReason,
    message,
  };
  return {
    ...envelope(served, 'chat.completion'),
    choices: [choice],
    usage: wireUsage(served),
    ...(served.routerMetadata && { openrouter_metadata: served.routerMetadata }),
  };
}

interface Piece {
  readonly text: string;
  /** Its share of the whole text's tokens; the shares add up. */
  readonly tokens: number;
}

/** Pieces of equal length, never through the middle of a code point. */
function piecesOf(text: string): Piece[] {
  const points = Array.from(text);
  const total = countTextTokens(text);
  const count = Math.ceil(points.length / CHARACTERS_PER_EVENT);
  const shareUntil = (index: number): number => Math.round((total * index) / count);
  return Array.from({ length: count }, (_, index) => ({
    text: points.slice(index * CHARACTERS_PER_EVENT, (index + 1) * CHARACTERS_PER_EVENT).join(''),
    tokens: shareUntil(index + 1) - shareUntil(index),
  }));
}

/** The events of a streamed answer: role, reasoning, content, tool calls, finish, usage. */
export function chatEvents(served: Served, showReasoning: boolean): Frame[] {
  const { reply } = served;
  const base = envelope(served, 'chat.completion.chunk');
  const event = (
    kind: EventKind,
    delta: JsonRecord,
    tokens: number,
    finish: string | null = null,
  ): Frame => ({
    type: 'event',
    kind,
    tokens,
    data: {
      ...base,
      choices: [
        { index: 0, delta, finish_reason: finish, native_finish_reason: finish, logprobs: null },
      ],
    },
  });
  const thoughts = showReasoning ? piecesOf(reply.reasoning) : [];
  const usage: Frame = {
    type: 'event',
    kind: 'usage',
    tokens: 0,
    data: {
      ...base,
      choices: [],
      usage: wireUsage(served),
      ...(served.routerMetadata && { openrouter_metadata: served.routerMetadata }),
    },
  };
  return [
    event('role', { role: 'assistant', content: '' }, 0),
    ...thoughts.map(({ text, tokens }) =>
      event('reasoning', { content: '', ...reasoningFields(text) }, tokens),
    ),
    ...piecesOf(reply.text).map(({ text, tokens }) => event('content', { content: text }, tokens)),
    ...wireToolCalls(served).flatMap((call) => toolEvents(call, event)),
    event('finish', { content: '' }, 0, reply.finishReason),
    usage,
  ];
}

type MakeEvent = (kind: EventKind, delta: JsonRecord, tokens: number) => Frame;

/** A tool call's head, then its arguments in pieces. */
function toolEvents(call: WireToolCall, event: MakeEvent): Frame[] {
  const { name, arguments: text } = call.function;
  const head = { ...call, function: { name, arguments: '' } };
  const piece = (part: string): JsonRecord => ({
    index: call.index,
    type: 'function',
    function: { arguments: part },
  });
  return [
    event('tool', { content: null, tool_calls: [head] }, countTextTokens(name)),
    ...piecesOf(text).map((part) =>
      event('tool', { content: null, tool_calls: [piece(part.text)] }, part.tokens),
    ),
  ];
}
