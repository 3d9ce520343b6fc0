import type { Task } from '../task/task.ts';

/** The kinds of ability that public measurements tell apart. */
export const ABILITY_KINDS = ['general', 'coding', 'agentic'] as const;

/** A kind of ability: what a model knows in general, writes as code, or does as an agent. */
export type AbilityKind = (typeof ABILITY_KINDS)[number];

/** The kind of ability that a task asks for. */
export function abilityKindOf(task: Task): AbilityKind {
  if (task === 'code') return 'coding';
  return task === 'agent-step' ? 'agentic' : 'general';
}
