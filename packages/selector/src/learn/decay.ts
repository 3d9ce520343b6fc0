/** What is left at `to` of something that was worth 1 at `from`, both in milliseconds since the epoch. */
export type Decay = (from: number, to: number) => number;
