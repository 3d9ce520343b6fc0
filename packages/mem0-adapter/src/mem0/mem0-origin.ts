import type { MemoryAddOptions } from '../backend/memory-backend.ts';
import type { MemoryMessage } from '../backend/memory-message.ts';

/** Where a memory came from: kept beside it in Mem0, as one text that no notice of Mem0 looks into. */
export interface Mem0Origin {
  /** When it was said, ISO 8601. */
  readonly observedAt: string;
  /** The ids of the messages that it was drawn from. */
  readonly messageIds: readonly string[];
}

const field = 'tierwise';

/** The metadata of an add, with its origin. */
export function withOrigin(
  { observedAt, metadata }: MemoryAddOptions,
  messages: readonly MemoryMessage[],
): Record<string, unknown> {
  const messageIds = messages.flatMap(({ id }) => id ?? []);
  return { ...metadata, [field]: JSON.stringify({ observedAt, messageIds } satisfies Mem0Origin) };
}

/** Takes the origin out of metadata again; a memory that somebody else added has none. */
export function splitOrigin(metadata: Readonly<Record<string, unknown>>): {
  readonly origin?: Mem0Origin;
  readonly rest: Readonly<Record<string, unknown>>;
} {
  const { [field]: text, ...rest } = metadata;
  const origin = typeof text === 'string' ? parseOrigin(text) : undefined;
  return origin === undefined ? { rest } : { origin, rest };
}

function parseOrigin(text: string): Mem0Origin | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isOrigin(value) ? value : undefined;
  } catch {
    // Another program may use the same name.
    return undefined;
  }
}

function isOrigin(value: unknown): value is Mem0Origin {
  if (typeof value !== 'object' || value === null) return false;
  const ids: unknown = Reflect.get(value, 'messageIds');
  return typeof Reflect.get(value, 'observedAt') === 'string' && Array.isArray(ids);
}
