import { isRecord, type JsonRecord } from '../http/json.ts';
import { WireError } from '../http/wire-error.ts';
import type { ChatMessage, ContentPart } from './chat-request.ts';

const MEDIA: Readonly<Record<string, 'image' | 'file' | 'audio' | 'video'>> = {
  image_url: 'image',
  input_image: 'image',
  file: 'file',
  input_audio: 'audio',
  video_url: 'video',
  input_video: 'video',
};

const ROLES = new Set(['system', 'developer', 'user', 'assistant', 'tool']);

function cacheTtlOf(part: JsonRecord): { cacheTtl?: '5m' | '1h' } {
  const control = part['cache_control'];
  if (!isRecord(control)) return {};
  return { cacheTtl: control['ttl'] === '1h' ? '1h' : '5m' };
}

/** The longest string inside: the data URL, the URL or the base64 text, whatever the part calls it. */
function payloadBytes(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (!isRecord(value)) return 0;
  return Math.max(0, ...Object.values(value).map(payloadBytes));
}

function readPart(part: unknown): ContentPart {
  if (!isRecord(part) || typeof part['type'] !== 'string')
    throw new WireError({ status: 400, message: 'Invalid content part: a "type" is required' });
  const media = MEDIA[part['type']];
  if (media !== undefined)
    return { type: media, bytes: payloadBytes({ ...part, type: null }), ...cacheTtlOf(part) };
  const text = typeof part['text'] === 'string' ? part['text'] : '';
  return { type: 'text', text, ...cacheTtlOf(part) };
}

function readParts(message: JsonRecord): ContentPart[] {
  const { content } = message;
  if (content === null || content === undefined) return [];
  if (typeof content === 'string')
    return content === '' ? [] : [{ type: 'text', text: content, ...cacheTtlOf(message) }];
  if (Array.isArray(content)) return content.map(readPart);
  throw new WireError({ status: 400, message: 'Invalid message content' });
}

/** Reads one message. @throws WireError 400 for an unknown role or content of another kind. */
export function readMessage(value: unknown): ChatMessage {
  if (!isRecord(value) || typeof value['role'] !== 'string' || !ROLES.has(value['role']))
    throw new WireError({ status: 400, message: 'Invalid message role' });
  const parts = readParts(value);
  const calls = value['tool_calls'];
  return {
    role: value['role'],
    parts,
    text: parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n'),
    toolCalls: Array.isArray(calls) ? calls.filter(isRecord) : [],
    ...(typeof value['name'] === 'string' && { name: value['name'] }),
  };
}
