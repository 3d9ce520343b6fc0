import type {
  LanguageModelV4Message,
  LanguageModelV4Prompt,
  SharedV4FileData,
} from '@ai-sdk/provider';
import { joinTexts, partToText, type MediaKind, type PartText } from '../message/part-to-text.ts';
import { stripRecallBlocks } from './recall-block.ts';

/** The part of a prompt that is being answered: from the last thing the user said. */
export interface Turn {
  /** Where the user's last message stands in the prompt. */
  readonly userIndex: number;
  /** The user's words, to search with; empty where there is only an image or a file. */
  readonly userText: string;
  /** The same with marks for images and files, to keep. */
  readonly userSaid: string;
  /** What the assistant said in earlier steps of this turn, between calls of tools. */
  readonly assistantText: string;
  /** Images and files of this turn, which are kept as marks. */
  readonly media: readonly MediaKind[];
  /** Everything up to and with the user's message, as text: the same for each step of a turn. */
  readonly prefix: string;
}

/** The turn of a prompt; none where the user says nothing. */
export function findTurn(prompt: LanguageModelV4Prompt): Turn | undefined {
  const userIndex = prompt.findLastIndex(({ role }) => role === 'user');
  const message = prompt[userIndex];
  if (message === undefined) return undefined;
  const said = saidIn(message);
  if (said.text === '') return undefined;
  const until = prompt.slice(0, userIndex + 1);
  const answer = prompt.slice(userIndex + 1).filter(({ role }) => role === 'assistant');
  const steps = joinTexts(answer.map(saidIn));
  return {
    userIndex,
    userText: wordsIn(message),
    userSaid: said.text,
    assistantText: steps.text,
    media: [...said.omitted, ...steps.omitted],
    prefix: JSON.stringify(until.map((each) => [each.role, saidIn(each).text, ...sizesIn(each)])),
  };
}

/** Words and marks. What tools gave back is not said; what the assistant makes of it is. */
function saidIn({ content }: LanguageModelV4Message): PartText {
  const parts = typeof content === 'string' ? [content] : content.filter(isTextOrFile);
  const { text, omitted } = joinTexts(parts.map(partToText));
  return { text: stripRecallBlocks(text).trim(), omitted };
}

function wordsIn({ content }: LanguageModelV4Message): string {
  if (typeof content === 'string') return content;
  const texts = content.flatMap((part) => (part.type === 'text' ? partToText(part).text : []));
  return stripRecallBlocks(texts.filter((text) => text !== '').join('\n')).trim();
}

/** Tells two turns apart whose pictures have the same mark, without reading those. */
function sizesIn({ content }: LanguageModelV4Message): number[] {
  if (typeof content === 'string') return [];
  return content.flatMap((part) => (part.type === 'file' ? sizeOf(part.data) : []));
}

function sizeOf(data: SharedV4FileData): number {
  if (data.type === 'data') return data.data.length;
  return data.type === 'url' ? data.url.href.length : 0;
}

function isTextOrFile({ type }: { readonly type: string }): boolean {
  return type === 'text' || type === 'file';
}
