import type { ChatRequest } from '../chat/chat-request.ts';
import {
  countPartTokens,
  countPreambleTokens,
  TOKENS_PER_MESSAGE,
  countTextTokens,
} from '../chat/count-tokens.ts';
import { isRecord } from '../http/json.ts';
import { hashText } from '../time/hash-text.ts';

/** A beginning of a prompt that ends with a content part. */
export interface Prefix {
  readonly hash: string;
  readonly tokens: number;
  /** Set where `cache_control` marks the part. */
  readonly ttl?: '5m' | '1h';
}

/** `cache_control` at the top of the request marks the whole prompt. */
function topLevelTtl(request: ChatRequest): '5m' | '1h' | undefined {
  const control = request.body['cache_control'];
  if (!isRecord(control)) return undefined;
  return control['ttl'] === '1h' ? '1h' : '5m';
}

/** Every beginning of the prompt, from the tool definitions on, in order of length. */
export function prefixesOf(request: ChatRequest): Prefix[] {
  let hash = hashText(JSON.stringify([request.tools, request.responseFormat]));
  let tokens = countPreambleTokens(request);
  const prefixes: Prefix[] = [];
  for (const message of request.messages) {
    const calls = message.toolCalls.length > 0 ? JSON.stringify(message.toolCalls) : '';
    tokens += TOKENS_PER_MESSAGE + countTextTokens(calls);
    hash = hashText(`${hash} ${message.role} ${calls}`);
    for (const part of message.parts) {
      tokens += countPartTokens(part);
      hash = hashText(`${hash} ${JSON.stringify({ ...part, cacheTtl: null })}`);
      prefixes.push({
        hash: `${hash}/${tokens}`,
        tokens,
        ...(part.cacheTtl && { ttl: part.cacheTtl }),
      });
    }
  }
  const [last, ttl] = [prefixes.at(-1), topLevelTtl(request)];
  if (last !== undefined && ttl !== undefined) prefixes.push({ ...last, ttl });
  return prefixes;
}
