import type { ModelTable } from '../model-index/model-table.ts';
import type { Task } from '../task/task.ts';
import type { AbilityOffset } from './ability-offset.ts';

/** What was learned about each model of a table, by place; `undefined` where nothing was. */
export function offsetsOf(
  { models }: ModelTable,
  task: Task,
  offsetOf: AbilityOffset | undefined,
): Readonly<Float64Array> | undefined {
  if (offsetOf === undefined) return undefined;
  return Float64Array.from(models, ({ model }) => offsetOf(model.id, task));
}
