import type { MemoryScope } from '@tierwise/mem0-adapter';

/** A condition of SQL with its values. The column names are ours, the values are bound. */
export interface ScopeCondition {
  readonly sql: string;
  readonly values: readonly string[];
}

const columns = [
  ['userId', 'user_id'],
  ['agentId', 'agent_id'],
  ['runId', 'run_id'],
] as const;

/** Rows that carry each id of a scope. */
export function scopeCondition(scope: MemoryScope): ScopeCondition {
  const asked = columns.flatMap(([name, column]) => {
    const value = scope[name];
    return value === undefined ? [] : [[column, value] as const];
  });
  return {
    // A scope that names nobody is in nothing.
    sql: asked.length === 0 ? 'FALSE' : asked.map(([column]) => `${column} = ?`).join(' AND '),
    values: asked.map(([, value]) => value),
  };
}
