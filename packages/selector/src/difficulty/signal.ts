/** One part of a difficulty score. */
export interface Signal {
  /** What was seen, for example `deep` (demanding concepts) or `length`. */
  readonly name: string;
  /** What it adds to the score; negative makes the call easier. */
  readonly amount: number;
}
