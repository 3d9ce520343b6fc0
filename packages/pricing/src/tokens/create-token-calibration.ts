/** How quickly to learn, and about how many models. */
export interface TokenCalibrationOptions {
  /** How much the newest call counts against all before. Default: 0.2. */
  readonly weight?: number;
  /** Models remembered at once; the one learnt least recently is forgotten. Default: 1000. */
  readonly maxModels?: number;
}

/** A call whose size is known by now, in tokens. */
export interface FinishedCall {
  readonly modelId: string;
  /** `expected` of the estimate that was made without calibration. */
  readonly estimatedTokens: number;
  /** The prompt as it was charged. */
  readonly chargedTokens: number;
}

/** Learns from finished calls by how much estimates are off, model by model. */
export interface TokenCalibration {
  learn(call: FinishedCall): void;
  /** By what to multiply an estimate; `null` while nothing is known of the model. */
  factorOf(modelId: string): number | null;
}

/** Calls below this say more about overheads than about texts. */
const MIN_TOKENS = 50;

/** One odd call, a cut prompt or an image unseen, moves the factor no further than this. */
const FACTOR_RANGE = { min: 0.5, max: 2 } as const;

/** A calibration in memory. Feed it the estimates and the charges of finished calls. */
export function createTokenCalibration({
  weight = 0.2,
  maxModels = 1000,
}: TokenCalibrationOptions = {}): TokenCalibration {
  const factors = new Map<string, number>();
  return {
    factorOf: (modelId) => factors.get(modelId) ?? null,
    learn: ({ modelId, estimatedTokens, chargedTokens }) => {
      if (!(estimatedTokens >= MIN_TOKENS) || !(chargedTokens >= MIN_TOKENS)) return;
      const seen = Math.min(
        FACTOR_RANGE.max,
        Math.max(FACTOR_RANGE.min, chargedTokens / estimatedTokens),
      );
      const before = factors.get(modelId) ?? 1;
      factors.delete(modelId); // learnt now: it goes to the end of the line
      factors.set(modelId, before + weight * (seen - before));
      const [oldest] = factors.keys();
      if (factors.size > maxModels && oldest !== undefined) factors.delete(oldest);
    },
  };
}
