import type { MemoryScope } from './memory-scope.ts';

/** One text per scope, the same for equal scopes and for no others. */
export function scopeKey({ userId, agentId, runId }: MemoryScope): string {
  return JSON.stringify([userId ?? null, agentId ?? null, runId ?? null]);
}
