import type { Modality } from '@tierwise/catalog';
import type { CallLike, PromptMessage, PromptPart } from './call.ts';
import { estimateTextTokens } from './estimate-tokens.ts';
import { modalityOf } from './modality-of.ts';
import { peelEnvelope } from './peel-envelope.ts';

/** What one walk over the prompt yields. */
export interface PromptReading {
  /** The last user turn without its envelopes: what is asked, as opposed to what is handed along. */
  readonly question: string;
  /** Estimated tokens of the prompt; without those of the question where it `isBare`. */
  readonly tokens: number;
  /** The last user turn is the question and nothing else: whoever reads the question counts its tokens on the way. */
  readonly isBare: boolean;
  /** Input modalities, `text` first, each once. */
  readonly modalities: readonly Modality[];
  readonly agentStep: boolean;
}

/** Tokens that a message costs beside its text, as chat templates add them (4–8 measured; the middle is taken). */
const MESSAGE_OVERHEAD_TOKENS = 6;

/** An image of common size costs about this many tokens on today's vision models. */
const MEDIA_TOKENS = 1_000;

/** Walks the prompt once and gathers everything that choosing needs from it. */
export function readPrompt(call: CallLike): PromptReading {
  const { prompt } = call;
  const asked = prompt.findLast(({ role }) => role === 'user');
  const text = asked === undefined ? '' : textOf(asked);
  const question = peelEnvelope(text);
  const isBare = asked !== undefined && question === text && isOneText(asked);
  const modalities: Modality[] = ['text'];
  let tokens = toolTokens(call) + MESSAGE_OVERHEAD_TOKENS * prompt.length;
  for (const message of prompt) {
    if (message !== asked || !isBare) tokens += contentTokens(message, modalities);
  }
  return { question, tokens, isBare, modalities, agentStep: prompt.at(-1)?.role === 'tool' };
}

/** Counts a message, and notes the modalities that it brings. */
function contentTokens({ content }: PromptMessage, modalities: Modality[]): number {
  if (typeof content === 'string') return estimateTextTokens(content);
  let tokens = 0;
  for (const part of content) {
    const modality = modalityOf(part);
    if (!modalities.includes(modality)) modalities.push(modality);
    tokens += partTokens(part);
  }
  return tokens;
}

/** Whether a message is one text: then nothing but it has to be counted. */
function isOneText({ content }: PromptMessage): boolean {
  return typeof content === 'string' || (content.length === 1 && content[0]?.type === 'text');
}

function partTokens(part: PromptPart): number {
  if (part.text !== undefined) return estimateTextTokens(part.text);
  if (part.type === 'file') return MEDIA_TOKENS;
  if (part.input !== undefined) return jsonTokens(part.input);
  return part.output === undefined ? 0 : jsonTokens(part.output);
}

/** Tool arguments and results are JSON on the wire. A value that JSON cannot hold counts as nothing. */
function jsonTokens(value: unknown): number {
  try {
    return estimateTextTokens(JSON.stringify(value) ?? '');
  } catch {
    return 0;
  }
}

function toolTokens(call: CallLike): number {
  let tokens = 0;
  for (const tool of call.tools ?? []) tokens += jsonTokens(tool);
  const schema = call.responseFormat?.schema;
  return schema === undefined ? tokens : tokens + jsonTokens(schema);
}

/** The text of all system messages. */
export function systemTextOf({ prompt }: CallLike): string {
  return prompt
    .filter(({ role }) => role === 'system')
    .map(textOf)
    .join('\n');
}

function textOf({ content }: PromptMessage): string {
  if (typeof content === 'string') return content;
  const [first] = content;
  if (content.length === 1 && first?.text !== undefined) return first.text;
  return content
    .map((part) => part.text ?? '')
    .filter((text) => text !== '')
    .join('\n');
}
