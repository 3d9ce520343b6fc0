/** What is known of a model's ability at one kind of work. */
export interface Ability {
  /** Points of the intelligence index (about 0 … 70 in 2026), whatever kind of work is meant. */
  readonly points: number;
  /** One standard deviation of what is not known, in points. */
  readonly sigma: number;
  /** Where it comes from: a table of the user's, the live catalogue's benchmarks, or listed facts. */
  readonly source: 'user' | 'benchmark' | 'imputed';
}
