import { isRecord } from '../call/is-record.ts';
import type { ExtractedMemory, Extraction } from './extraction.ts';

/**
 * Reads a model's answer. Forgiving where the meaning is certain (a code fence, reasoning before
 * the answer, numbers as ids, an unknown speaker); anything else is not an extraction, because
 * Mem0 would silently store nothing from it.
 */
export function parseExtraction(text: string): Extraction | undefined {
  const answer = parseJson(withoutFence(withoutReasoning(text)));
  if (!isRecord(answer) || !Array.isArray(answer['memory'])) return undefined;
  const memories = answer['memory'].map(readMemory);
  return memories.every((memory) => memory !== undefined) ? { memory: memories } : undefined;
}

function withoutReasoning(text: string): string {
  const end = '</think>';
  const at = text.lastIndexOf(end);
  // A fact may quote the tag, so only reasoning at the very start counts.
  return at >= 0 && text.trimStart().startsWith('<think>') ? text.slice(at + end.length) : text;
}

function withoutFence(text: string): string {
  return /^```(?:json)?\n(.*)\n```$/su.exec(text.trim())?.[1] ?? text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is an answer like any other here; the caller names it by how the model finished.
    return undefined;
  }
}

function readMemory(value: unknown, index: number): ExtractedMemory | undefined {
  if (!isRecord(value)) return undefined;
  const { id, text, attributed_to: speaker, linked_memory_ids: links } = value;
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  return {
    id: isId(id) ? String(id) : String(index),
    text,
    ...((speaker === 'user' || speaker === 'assistant') && { attributed_to: speaker }),
    ...(Array.isArray(links) && { linked_memory_ids: links.filter(isId).map(String) }),
  };
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
