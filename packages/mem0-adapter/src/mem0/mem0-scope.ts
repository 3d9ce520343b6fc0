import type { MemoryScope } from '../backend/memory-scope.ts';
import { readScope } from '../backend/read-scope.ts';

/** Mem0's names for a scope's ids, where they are arguments. */
export interface Mem0Entity {
  readonly userId?: string;
  readonly agentId?: string;
  readonly runId?: string;
}

/** Mem0 refuses ids with white space, so those are encoded, and with them all that look encoded. */
export function toEntity(scope: MemoryScope): Mem0Entity {
  const { userId, agentId, runId } = readScope(scope);
  return {
    ...(userId !== undefined && { userId: encode(userId) }),
    ...(agentId !== undefined && { agentId: encode(agentId) }),
    ...(runId !== undefined && { runId: encode(runId) }),
  };
}

/** The same as conditions on stored fields. */
export function toFilters(scope: MemoryScope): Record<string, string> {
  const { userId, agentId, runId } = toEntity(scope);
  return {
    ...(userId !== undefined && { user_id: userId }),
    ...(agentId !== undefined && { agent_id: agentId }),
    ...(runId !== undefined && { run_id: runId }),
  };
}

/** The scope of a memory as Mem0 tells it. */
export function fromFields(fields: object): MemoryScope {
  const id = (name: string): string | undefined => {
    const value: unknown = Reflect.get(fields, name);
    return typeof value === 'string' ? decode(value) : undefined;
  };
  return readScope({ userId: id('user_id'), agentId: id('agent_id'), runId: id('run_id') });
}

function encode(id: string): string {
  return /[\s%]/.test(id) ? encodeURIComponent(id) : id;
}

function decode(id: string): string {
  return id.includes('%') ? decodeURIComponent(id) : id;
}
