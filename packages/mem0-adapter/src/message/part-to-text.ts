import { isRecord } from '../call/is-record.ts';

/** What no memory keeps but as a mark. */
export type MediaKind = 'image' | 'audio' | 'video' | 'file';

/** A piece of a message in words. */
export interface PartText {
  readonly text: string;
  /** What the words stand for, and do not hold. */
  readonly omitted: readonly MediaKind[];
}

type Part = Readonly<Record<string, unknown>>;

/**
 * A part of a message as text: of AI SDK messages and prompts, and of OpenAI's and Mem0's. What a tool
 * gave back is text. Thoughts, calls of tools and sources were not said. An image or a file becomes a
 * mark with its name, never its content.
 */
export function partToText(part: unknown): PartText {
  if (typeof part === 'string') return textWithoutData(part);
  if (!isRecord(part)) return nothing;
  const { type, text } = part;
  if (typeof type === 'string' && unsaid.test(type)) return nothing;
  if (type === 'tool-result') return resultToText(part);
  if (typeof text === 'string') return textWithoutData(text);
  const inline = isRecord(part['data']) ? part['data']['text'] : undefined;
  return typeof inline === 'string' ? textWithoutData(inline) : markOf(part);
}

const nothing: PartText = { text: '', omitted: [] };
const unsaid = /^(?:redacted-)?reasoning|^thinking|^tool-(?!result)|^source/;

/** A text in which pictures that were written out are marks: a memory of base64 helps nobody. */
export function textWithoutData(text: string): PartText {
  const omitted: MediaKind[] = [];
  const short = text.replaceAll(dataUrl, (_url, mediaType: string) => {
    const kind = kindOf(mediaType);
    omitted.push(kind);
    return `[${kind}]`;
  });
  return { text: short, omitted };
}

// Sixty-four characters are 48 bytes: less than the smallest picture.
const dataUrl = /data:([a-z]+\/[\w.+-]+)(?:;[\w.+-]+=[\w.+-]+)*;base64,[\w+/=-]{64,}/gi;

function resultToText({ toolName, output }: Part): PartText {
  if (!isRecord(output)) return nothing;
  const { text, omitted } = outputToText(output);
  const isNamed = typeof toolName === 'string' && text !== '';
  return { text: isNamed ? `${toolName}: ${text}` : text, omitted };
}

function outputToText({ type, value }: Part): PartText {
  if (type === 'content' && Array.isArray(value)) return joinTexts(value.map(partToText));
  if (typeof value === 'string') return textWithoutData(value);
  return value === undefined ? nothing : jsonToText(value);
}

// No word and no id is as long, and no sentence goes without a space.
const base64 = /^[\w+/-]{256,}={0,2}$/;

function jsonToText(value: unknown): PartText {
  const omitted: MediaKind[] = [];
  const text = JSON.stringify(value, (_name, each: unknown) => {
    if (typeof each !== 'string') return each;
    const found = base64.test(each) ? markOf({ type: 'file' }) : textWithoutData(each);
    omitted.push(...found.omitted);
    return found.text;
  });
  return { text, omitted };
}

/** Several pieces one below the other. */
export function joinTexts(parts: readonly PartText[]): PartText {
  return {
    text: parts
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n'),
    omitted: parts.flatMap(({ omitted }) => omitted),
  };
}

function markOf(part: Part): PartText {
  const kind = kindOf(part['mediaType'] ?? part['mimeType'] ?? part['type']);
  const name = nameOf(part);
  return { text: name === '' ? `[${kind}]` : `[${kind}: ${name}]`, omitted: [kind] };
}

function kindOf(type: unknown): MediaKind {
  const kinds = ['image', 'audio', 'video'] as const;
  return (
    kinds.find((kind) => typeof type === 'string' && type.toLowerCase().includes(kind)) ?? 'file'
  );
}

/** What somebody called it: one short line that can end no mark. */
function nameOf(part: Part): string {
  const given = [part['filename'], part['alt'], part['title'], pathNameOf(part)].find(
    (each): each is string => typeof each === 'string' && each.trim() !== '',
  );
  return (given ?? '')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}[\]]+/gu, ' ')
    .trim()
    .slice(0, 80);
}

const pathName = /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?([^/?#]+)/i;

/** The last part of an address, without what stands behind it: that may be a signature. */
function pathNameOf(part: Part): string {
  for (const each of [part['image'], part['data'], part['url'], part['image_url'], part['file']]) {
    const address = isRecord(each) && !(each instanceof URL) ? each['url'] : each;
    const url = address instanceof URL ? address.href : address;
    const path = typeof url === 'string' ? pathName.exec(url)?.[1] : undefined;
    if (path !== undefined) return path;
  }
  return '';
}
