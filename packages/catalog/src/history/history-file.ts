import type { IsoDate } from '../model.ts';

/** What the history knows of a model, in the words of OpenRouter's list. `null` is what it lists as null. */
export interface HistoryFacts {
  /** USD per token; `-1` for a router. */
  readonly input: string;
  readonly output: string;
  /** The model's own size; its first provider may offer less. */
  readonly context: number | null;
  readonly tools: boolean;
  /** `null` where the source does not say. */
  readonly schema: boolean | null;
  readonly expires: IsoDate | null;
}

/** What changed on a day: only the facts that did, or `null` for a model that was no longer listed. */
export type HistoryPoint = readonly [day: IsoDate, change: Partial<HistoryFacts> | null];

/** The history of one model, oldest day first. */
export interface HistoryRow {
  readonly id: string;
  readonly points: readonly HistoryPoint[];
}

/** The bundled history as it is written to disk. */
export interface HistoryFile {
  /** The days of which a list is on record. A change happened between two of them. */
  readonly days: readonly IsoDate[];
  readonly sources: readonly string[];
  readonly models: readonly HistoryRow[];
}
