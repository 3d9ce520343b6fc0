/** What was learned about one model, overall or at one task: a decaying sum of surprises. */
export interface Evidence {
  /** Weighted sum of (outcome − expected chance). */
  readonly surprise: number;
  /** Weighted sum of what each outcome can teach: pOk · (1 − pOk). */
  readonly information: number;
  readonly atMs: number;
}

/** Plain JSON, at most 25 kB: evidence by `modelId` and by `modelId task`. */
export interface LearningState {
  readonly version: 1;
  readonly evidence: Readonly<Record<string, Evidence>>;
}

/** Where the state is kept between processes; `load` gives what `save` was given last, or null. */
export interface LearningStore {
  load(): Promise<string | null>;
  save(state: string): Promise<void>;
}
