import type { Task } from '../task/task.ts';

/** How much better or worse a model has proven than its estimate says, in points of the intelligence index. */
export type AbilityOffset = (modelId: string, task: Task) => number;
