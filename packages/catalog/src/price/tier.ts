/** Price bands of models, cheapest first. */
export const TIERS = ['free', 'ultra-low', 'economy', 'standard', 'premium'] as const;

/** A price band: what a model of it costs, blended, per 1M tokens. */
export type Tier = (typeof TIERS)[number];

/** Where each paid band begins, in blended USD per 1M tokens; a band ends where the next one begins. */
export interface TierBands {
  readonly 'ultra-low': string;
  readonly economy: string;
  readonly standard: string;
  readonly premium: string;
}

/**
 * The bands of the seed report (2026-02): up to 0.5, 0.5 to 5, then two overlapping ranges, 5 to 25 and 12 to 200.
 * One boundary, 12, is chosen between the last two, because it puts each of the report's own examples
 * where the report has it.
 */
export const DEFAULT_TIER_BANDS: TierBands = {
  'ultra-low': '0',
  economy: '0.5',
  standard: '5',
  premium: '12',
};
