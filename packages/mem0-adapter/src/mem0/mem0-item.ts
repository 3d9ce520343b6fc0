import type { JSONObject } from '@ai-sdk/provider';
import type { MemoryChange } from '../backend/memory-change.ts';
import type { Memory } from '../backend/memory.ts';
import { isRecord } from '../call/is-record.ts';
import { splitOrigin } from './mem0-origin.ts';
import { splitLinks } from './memory-links.ts';
import { fromFields } from './mem0-scope.ts';

/** A memory as Mem0 tells it: the open edition in camel case, the platform in snake case. */
export type Mem0Item = Readonly<Record<string, unknown>>;

/** @throws TypeError where there is no id or no text: this is no memory. */
export function toMemory(item: Mem0Item): Memory {
  const { id, memory: text, metadata, score, attributedTo } = item;
  if (typeof id !== 'string' || typeof text !== 'string') {
    throw new TypeError('Mem0 answered with a memory that has no id or no text.');
  }
  const { origin, rest: kept } = splitOrigin(isRecord(metadata) ? metadata : {});
  const { linkedIds, rest } = splitLinks(kept);
  const createdAt = origin?.observedAt ?? textOf(item['createdAt'] ?? item['created_at']);
  const updatedAt = textOf(item['updatedAt'] ?? item['updated_at']);
  return {
    id,
    text,
    scope: fromFields(item),
    ...((attributedTo === 'user' || attributedTo === 'assistant') && { attributedTo }),
    ...(linkedIds.length > 0 && { linkedIds }),
    ...(typeof score === 'number' && { score: Math.min(1, Math.max(0, score)) }),
    ...(createdAt !== undefined && { createdAt }),
    ...(updatedAt !== undefined && { updatedAt }),
    ...(Object.keys(rest).length > 0 && { metadata: toJson(rest) }),
  };
}

const types = new Map<unknown, MemoryChange['type']>([
  ['ADD', 'added'],
  ['UPDATE', 'updated'],
  ['DELETE', 'deleted'],
]);

/** A history as Mem0 tells it, oldest first, as ours, newest first. */
export function toChanges(memoryId: string, items: readonly Mem0Item[]): MemoryChange[] {
  return items
    .flatMap((item): MemoryChange[] => {
      const type = types.get(item['action'] ?? item['event']);
      if (type === undefined) return [];
      const before = textOf(item['previousValue'] ?? item['previous_value'] ?? item['old_memory']);
      const after = textOf(item['newValue'] ?? item['new_value'] ?? item['new_memory']);
      const at =
        textOf(item['updated_at'] ?? item['updatedAt']) ??
        textOf(item['created_at']) ??
        textOf(item['createdAt']);
      return [
        {
          memoryId,
          type,
          ...(before !== undefined && { before }),
          ...(after !== undefined && { after }),
          changedAt: at ?? '',
        },
      ];
    })
    .toSorted((one, other) => (one.changedAt < other.changedAt ? 1 : -1));
}

function toJson(value: object): JSONObject {
  // What came as JSON, or was put in as JSON, is JSON.
  const json: JSONObject = JSON.parse(JSON.stringify(value));
  return json;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
