/** Where a check stands: the path to the value, and the whole schema for its references. */
export interface SchemaPosition {
  readonly path: string;
  readonly root: unknown;
  /** Schemas entered so far; one that refers to itself without consuming data ends there. */
  readonly depth: number;
}

/** Checks a value against a schema; undefined when it keeps it. */
export type SchemaCheck = (
  value: unknown,
  schema: unknown,
  position: SchemaPosition,
) => string | undefined;
