import type { CallLike, PromptMessage, PromptPart } from './call.ts';
import { estimateTextTokens } from './estimate-tokens.ts';
import { modalityOf } from './modality-of.ts';
import { peelEnvelope } from './peel-envelope.ts';

/** What one walk over the prompt yields. */
export interface PromptReading {
  readonly systemText: string;
  /** The last user turn without its envelopes: what is asked, as opposed to what is handed along. */
  readonly question: string;
  readonly inputTokens: number;
  readonly modalities: ReadonlySet<string>;
  readonly agentStep: boolean;
}

/** Tokens that a message costs beside its text, as chat templates add them (4–8 measured; the middle is taken). */
const MESSAGE_OVERHEAD_TOKENS = 6;

/** An image of common size costs about this many tokens on today's vision models. */
const MEDIA_TOKENS = 1_000;

/** Walks the prompt once and gathers everything that choosing needs from it. */
export function readPrompt(call: CallLike): PromptReading {
  const modalities = new Set<string>(['text']);
  let inputTokens = toolTokens(call);
  for (const message of call.prompt) {
    inputTokens += MESSAGE_OVERHEAD_TOKENS;
    for (const part of partsOf(message)) {
      const modality = modalityOf(part);
      if (modality !== 'text') modalities.add(modality);
      inputTokens += partTokens(part);
    }
  }
  return {
    systemText: textOfRole(call.prompt, 'system'),
    question: peelEnvelope(lastUserText(call.prompt)),
    inputTokens,
    modalities,
    agentStep: call.prompt.at(-1)?.role === 'tool',
  };
}

function partsOf(message: PromptMessage): readonly PromptPart[] {
  return typeof message.content === 'string'
    ? [{ type: 'text', text: message.content }]
    : message.content;
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
  return (
    (call.tools ?? []).reduce((sum, tool) => sum + jsonTokens(tool), 0) +
    jsonTokens(call.responseFormat?.schema)
  );
}

function textOfRole(prompt: readonly PromptMessage[], role: string): string {
  return prompt
    .filter((message) => message.role === role)
    .map(textOf)
    .join('\n');
}

function lastUserText(prompt: readonly PromptMessage[]): string {
  const message = prompt.findLast(({ role }) => role === 'user');
  return message === undefined ? '' : textOf(message);
}

function textOf(message: PromptMessage): string {
  return partsOf(message)
    .map((part) => part.text ?? '')
    .filter((text) => text !== '')
    .join('\n');
}
