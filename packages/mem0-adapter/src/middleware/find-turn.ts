import type { LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider';
import { stripRecallBlocks } from './recall-block.ts';

/** The part of a prompt that is being answered: from the last thing the user said. */
export interface Turn {
  /** Where the user's last message stands in the prompt. */
  readonly userIndex: number;
  readonly userText: string;
  /** What the assistant said in earlier steps of this turn, between calls of tools. */
  readonly assistantText: string;
  /** Everything up to and with the user's message, as text: the same for each step of a turn. */
  readonly prefix: string;
}

/** The turn of a prompt; none where the user says nothing in words. */
export function findTurn(prompt: LanguageModelV4Prompt): Turn | undefined {
  const userIndex = prompt.findLastIndex(({ role }) => role === 'user');
  const message = prompt[userIndex];
  if (message === undefined) return undefined;
  const userText = textOf(message);
  if (userText === '') return undefined;
  const until = prompt.slice(0, userIndex + 1);
  return {
    userIndex,
    userText,
    assistantText: prompt
      .slice(userIndex + 1)
      .filter(({ role }) => role === 'assistant')
      .map(textOf)
      .filter((text) => text !== '')
      .join('\n'),
    prefix: JSON.stringify(until.map((each) => [each.role, textOf(each)])),
  };
}

function textOf({ content }: LanguageModelV4Message): string {
  if (typeof content === 'string') return stripRecallBlocks(content).trim();
  const texts = content.map((part) => (part.type === 'text' ? part.text : ''));
  return stripRecallBlocks(texts.filter((text) => text !== '').join('\n')).trim();
}
