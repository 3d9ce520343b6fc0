import type { MemoryScope } from './memory-scope.ts';

export interface ScopeIncludesOptions {
  /** What was asked for. */
  readonly asked: MemoryScope;
  /** Where a memory belongs. */
  readonly scope: MemoryScope;
}

/** Whether a memory may be seen: it carries every id that was asked for. More ids narrow a search. */
export function scopeIncludes({ asked, scope }: ScopeIncludesOptions): boolean {
  return (['userId', 'agentId', 'runId'] as const).every(
    (name) => asked[name] === undefined || asked[name] === scope[name],
  );
}
