import type { IsoDate } from '../model.ts';

/** What is remembered of a model that is no longer listed. It may return: 22 ids did within nine months. */
export interface Tombstone {
  readonly id: string;
  /** The last day a list held it. */
  readonly lastSeenOn: IsoDate;
  /** The first day a list did not. The end lies between the two. */
  readonly missingOn: IsoDate;
  /** The last day that had been announced; `null` when it went without a word, as three of four do. */
  readonly announcedFor: IsoDate | null;
  /** The id to look at instead: the paid model of a `:free` id, or the newest of its family. A suggestion, no promise. */
  readonly successor: string | null;
}
