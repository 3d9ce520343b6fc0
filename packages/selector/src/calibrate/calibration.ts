/** One labelled outcome: a prompt, and how a cheap and a strong model answered it, each 0 … 1. */
export interface CalibrationSample {
  readonly prompt: string;
  readonly weak: number;
  readonly strong: number;
}

/** What `calibrate` found; plain JSON of about 7 kB, to be stored and handed to `describeCall` and `routeByCalibration`. */
export interface Calibration {
  readonly version: 1;
  /** How many samples it is made of. */
  readonly samples: number;
  /** False when cross-validation clearly preferred the score that ships with this package: then only the threshold is fitted. */
  readonly fitted: boolean;
  /** What one unit of the shipped score is worth in gain. */
  readonly slope: number;
  /** Puts the average correction of the samples at 0. */
  readonly intercept: number;
  /** Corrections of the plain columns (rules, length, steps), and of the word buckets as signed bytes in base64 times `step`. */
  readonly columns: readonly number[];
  readonly words: string;
  readonly step: number;
  /** Scores from here on go to the strong model. `-Infinity` cannot be written in JSON, so `null` means all. */
  readonly threshold: number | null;
  /** The share of the samples that goes to the strong model. */
  readonly strongShare: number;
  /** Whether the target holds at the confidence asked for; always false below 100 samples. */
  readonly promised: boolean;
}
