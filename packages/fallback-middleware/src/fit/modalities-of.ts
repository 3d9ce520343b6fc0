import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { InputModality } from '../candidate/candidate-facts.ts';

/** The kinds of input a prompt holds, files in tool results included. */
export function modalitiesOf(prompt: LanguageModelV4Prompt): Set<InputModality> {
  const found = new Set<InputModality>(['text']);
  for (const message of prompt) {
    if (message.role === 'system') continue;
    for (const part of message.content) {
      if (part.type === 'file') found.add(modalityOf(part.mediaType));
      if (part.type !== 'tool-result' || part.output.type !== 'content') continue;
      for (const item of part.output.value) {
        if (item.type === 'file') found.add(modalityOf(item.mediaType));
      }
    }
  }
  return found;
}

/** `image`, `image/*` and `image/png` are all images; what is neither image, audio, video nor text is a file. */
function modalityOf(mediaType: string): InputModality {
  const [kind] = mediaType.split('/');
  return kind === 'image' || kind === 'audio' || kind === 'video' || kind === 'text'
    ? kind
    : 'file';
}
