import type { ModelTable } from '../model-index/model-table.ts';

/**
 * Models that satisfy every hard requirement: the first `size` places of the table's workspace. They stand there until the
 * next call is filtered, and are named by their rank among them.
 */
export interface Suitable {
  readonly table: ModelTable;
  readonly size: number;
}
