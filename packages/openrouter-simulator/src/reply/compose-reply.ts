import type { ChatRequest } from '../chat/chat-request.ts';
import { countTextTokens } from '../chat/count-tokens.ts';
import type { Reply } from './reply.ts';
import { structuredReply } from './structured-reply.ts';
import { textReply } from './text-reply.ts';
import { toolCallsFor } from './tool-calls.ts';

const REASONING =
  '[simulated reasoning] No real model thought. This stands where the steps would be: read the request, weigh it, answer.';

/** Cuts a text at the first stop sequence. */
function stopAt(text: string, stop: readonly string[]): string {
  const ends = stop.map((sequence) => text.indexOf(sequence)).filter((index) => index >= 0);
  return ends.length === 0 ? text : text.slice(0, Math.min(...ends));
}

/** The longest beginning of a text within a number of tokens. */
function cutToTokens(text: string, maxTokens: number): string {
  const points = Array.from(text);
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (countTextTokens(points.slice(0, middle).join('')) <= maxTokens) low = middle;
    else high = middle - 1;
  }
  return points.slice(0, low).join('');
}

/** `max_tokens` covers reasoning first, then the text. */
function limited(reply: Reply, maxTokens: number | undefined): Reply {
  if (maxTokens === undefined || reply.toolCalls.length > 0) return reply;
  const thought = countTextTokens(reply.reasoning);
  if (thought + countTextTokens(reply.text) <= maxTokens) return reply;
  return {
    ...reply,
    reasoning: cutToTokens(reply.reasoning, maxTokens),
    text: cutToTokens(reply.text, Math.max(0, maxTokens - thought)),
    finishReason: 'length',
  };
}

/** Makes up the answer to a request as if `modelId` had given it. Same request, same answer. */
export function composeReply(request: ChatRequest, modelId: string): Reply {
  const reasoning = request.reasoning.enabled ? REASONING : '';
  const toolCalls = toolCallsFor(request);
  if (toolCalls.length > 0) return { text: '', reasoning, toolCalls, finishReason: 'tool_calls' };
  const text = structuredReply(request) ?? textReply(request, modelId);
  const reply: Reply = {
    text: stopAt(text, request.stop),
    reasoning,
    toolCalls,
    finishReason: 'stop',
  };
  return limited(reply, request.maxTokens);
}
