import type { ChatMessage, ChatRequest, ContentPart } from './chat-request.ts';

/** Kana, CJK ideographs, Hangul, full-width forms. */
const WIDE = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/g;
const CHARACTERS_PER_TOKEN = 4;
const WIDE_CHARACTERS_PER_TOKEN = 1.4;
/** Role and separators. */
export const TOKENS_PER_MESSAGE = 4;
const TOKENS_PER_IMAGE = 258;
/** About one page of text. */
const TOKENS_PER_FILE = 560;
const TOKENS_PER_CLIP = 320;

/** Tokens of a text by script: 4 characters a token, 1.4 for CJK. A rule, not a tokenizer; at least 1 for any text. */
export function countTextTokens(text: string): number {
  if (text === '') return 0;
  const wide = text.match(WIDE)?.length ?? 0;
  return Math.ceil((text.length - wide) / CHARACTERS_PER_TOKEN + wide / WIDE_CHARACTERS_PER_TOKEN);
}

export function countPartTokens(part: ContentPart): number {
  switch (part.type) {
    case 'text':
      return countTextTokens(part.text);
    case 'image':
      return TOKENS_PER_IMAGE;
    case 'file':
      return TOKENS_PER_FILE;
    default:
      return TOKENS_PER_CLIP;
  }
}

export function countMessageTokens(message: ChatMessage): number {
  const content = message.parts.reduce((sum, part) => sum + countPartTokens(part), 0);
  const calls = message.toolCalls.length > 0 ? JSON.stringify(message.toolCalls) : '';
  return TOKENS_PER_MESSAGE + content + countTextTokens(calls);
}

/** Tokens of the tool definitions and the answer's schema, which stand before the conversation. */
export function countPreambleTokens(request: ChatRequest): number {
  const tools = request.tools.length > 0 ? JSON.stringify(request.tools) : '';
  const format = request.responseFormat;
  const schema = format.type === 'json_schema' ? JSON.stringify(format.schema) : '';
  return countTextTokens(tools) + countTextTokens(schema);
}

/** Tokens of the whole prompt. */
export function countPromptTokens(request: ChatRequest): number {
  return request.messages.reduce(
    (sum, message) => sum + countMessageTokens(message),
    countPreambleTokens(request),
  );
}
