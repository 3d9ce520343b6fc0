/** One entry in the history of a memory. */
export interface MemoryChange {
  readonly memoryId: string;
  readonly type: 'added' | 'updated' | 'deleted';
  readonly before?: string;
  readonly after?: string;
  /** ISO 8601. */
  readonly changedAt: string;
}
