import type { PromptPart } from './call.ts';

/**
 * The input modality that a prompt part asks of a model. Media types may be bare (`image`), wild (`image/*`)
 * or full; everything that is no image, audio or video is a document (`file`).
 */
export function modalityOf(part: PromptPart): 'text' | 'image' | 'audio' | 'video' | 'file' {
  if (part.type !== 'file' || part.mediaType === undefined) return 'text';
  const kind = part.mediaType.split('/', 1)[0];
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'file';
}
