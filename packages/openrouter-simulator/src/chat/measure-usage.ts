import type { CacheUse } from '../caching/prompt-cache.ts';
import type { Fault } from '../faults/fault.ts';
import type { RecordedUsage } from '../log/request-record.ts';
import type { Reply } from '../reply/reply.ts';
import type { ChatRequest } from './chat-request.ts';
import { countPromptTokens, countTextTokens } from './count-tokens.ts';

/** The tokens of a call. An answer that a fault empties has none. */
export function measureUsage(
  request: ChatRequest,
  reply: Reply,
  cache: CacheUse,
  fault: Fault | undefined,
): RecordedUsage {
  const isEmpty = fault?.type === 'empty' || fault?.type === 'no-choices';
  const calls = reply.toolCalls.reduce(
    (sum, call) => sum + countTextTokens(call.name) + countTextTokens(call.arguments),
    0,
  );
  const reasoningTokens = isEmpty ? 0 : countTextTokens(reply.reasoning);
  const answerTokens = isEmpty ? 0 : countTextTokens(reply.text) + calls;
  return {
    promptTokens: countPromptTokens(request),
    completionTokens: answerTokens + reasoningTokens,
    reasoningTokens,
    cacheReadTokens: cache.readTokens,
    cacheWriteTokens: cache.writtenTokens,
  };
}
