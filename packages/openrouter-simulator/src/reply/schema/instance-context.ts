import type { Json, Schema } from './schema.ts';

/** Where in the instance we are. */
export interface InstanceContext {
  readonly root: Schema;
  readonly depth: number;
  /** Counts up where several different values are wanted. */
  readonly variant: number;
  /** Name of the property being filled. */
  readonly property: string;
  readonly textFor: (property: string) => string;
}

/** Builds a value for a schema; undefined when there is none. */
export type Build = (schema: unknown, context: InstanceContext) => Json | undefined;
