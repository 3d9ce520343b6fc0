import type { MemoryScope } from '@tierwise/mem0-adapter';

/** One text per scope, the same for equal scopes and for no others. */
export function scopeName({ userId, agentId, runId }: MemoryScope): string {
  return JSON.stringify([userId ?? null, agentId ?? null, runId ?? null]);
}
