import type { LanguageModelV4CallOptions, LanguageModelV4Message } from '@ai-sdk/provider';

// Ideographs, kana and hangul: about 0.6 tokens each; other text about 4.5 characters to a token. Both on the low side.
const wide = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;
const tokensPerWide = 0.6;
const charactersPerToken = 4.5;

/** A low estimate of the tokens a call sends: prompt and tool schemas, media not counted. */
export function estimateTokens(params: LanguageModelV4CallOptions): number {
  const tools = params.tools === undefined ? 0 : estimateText(JSON.stringify(params.tools));
  return params.prompt.reduce((sum, message) => sum + estimateMessage(message), tools);
}

function estimateMessage(message: LanguageModelV4Message): number {
  if (message.role === 'system') return estimateText(message.content);
  let tokens = 0;
  for (const part of message.content) {
    if (part.type === 'text' || part.type === 'reasoning') tokens += estimateText(part.text);
    else if (part.type === 'tool-call') tokens += estimateJson(part.input);
    else if (part.type === 'tool-result' && part.output.type !== 'content') {
      tokens += estimateJson(part.output);
    }
  }
  return tokens;
}

function estimateJson(value: unknown): number {
  return estimateText(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}

function estimateText(text: string): number {
  const wideCount = text.match(wide)?.length ?? 0;
  return Math.floor(wideCount * tokensPerWide + (text.length - wideCount) / charactersPerToken);
}
