import { describe, expect, it } from 'vitest';
import { seededRandom } from '../testing/seeded-random.ts';
import { budgetThreshold } from './budget-threshold.ts';
import { calibrate } from './calibrate.ts';
import type { CalibrationSample } from './calibration.ts';
import { findThreshold } from './find-threshold.ts';
import { routeByCalibration } from './route-by-calibration.ts';

const EASY = [
  'the colour of the sky',
  'a rhyme for tree',
  'the name of a river',
  'a word for small',
];
const HARD = [
  'the contract of the tenant',
  'the clause on notice',
  'a lease that was broken',
  'the deposit dispute',
];

/** Traffic in which questions about leases need the strong model, which nothing but labels can tell. */
function traffic(count: number, seed: number): CalibrationSample[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, place) => {
    const hard = random() < 0.3;
    const subject = (hard ? HARD : EASY)[Math.floor(random() * 4)] ?? '';
    const weak = random() < (hard ? 0.1 : 0.95) ? 1 : 0;
    return {
      prompt: `Tell me about ${subject}, case ${place}.`,
      weak,
      strong: random() < 0.97 ? 1 : 0,
    };
  });
}

describe('calibrate', () => {
  const calibration = calibrate(traffic(200, 1));

  it('learns from labels what no rule can know', () => {
    expect(calibration).toMatchObject({ fitted: true, promised: true });
    const route = (prompt: string): string => routeByCalibration(calibration, prompt).side;
    expect(route('Tell me about the clause on notice, case 900.')).toBe('strong');
    expect(route('Tell me about a rhyme for tree, case 901.')).toBe('weak');
  });

  it('keeps its promise on traffic that it has not seen, in nearly all runs', () => {
    const kept = Array.from({ length: 10 }, (_, run) => {
      const fit = calibrate(traffic(200, 100 + run), { target: 0.95, confidence: 0.9 });
      const test = traffic(1_000, 500 + run);
      const quality = test.reduce(
        (sum, item) => sum + item[routeByCalibration(fit, item.prompt).side],
        0,
      );
      return quality >= 0.95 * test.reduce((sum, { strong }) => sum + strong, 0);
    });
    expect(kept.filter(Boolean).length).toBeGreaterThanOrEqual(8);
  });

  it('promises nothing below 100 samples, and sends everything to the strong model', () => {
    expect(calibrate(traffic(60, 2))).toMatchObject({
      promised: false,
      threshold: null,
      strongShare: 1,
    });
  });

  it('is the same for the same samples, survives JSON and stays below 25 kB', () => {
    const text = JSON.stringify(calibration);
    expect(JSON.stringify(calibrate(traffic(200, 1)))).toBe(text);
    expect(text.length).toBeLessThan(25_000);
    const stored: typeof calibration = JSON.parse(text);
    const prompt = 'Tell me about a lease that was broken.';
    expect(routeByCalibration(stored, prompt)).toEqual(routeByCalibration(calibration, prompt));
  });

  it('names what is missing when it gets nothing', () => {
    expect(() => calibrate([])).toThrow(/got no samples; give it at least one/);
  });
});

describe('the threshold', () => {
  it('asks for more strong calls at a higher confidence, and never for more than all', () => {
    const samples = traffic(300, 3);
    const scores = samples.map(({ weak }, place) => (weak === 1 ? 0 : 1) + place / 1_000);
    const shareAt = (confidence: number): number =>
      findThreshold({ samples, scores, target: 0.95, confidence }).strongShare;
    expect(shareAt(0.5)).toBeLessThanOrEqual(shareAt(0.9));
    expect(shareAt(0.9)).toBeLessThanOrEqual(shareAt(0.99));
    expect(shareAt(0.99)).toBeLessThanOrEqual(1);
  });

  it('of a call budget needs no labels', () => {
    const prompts = traffic(200, 4).map(({ prompt }) => prompt);
    const calibration = calibrate(traffic(200, 1));
    const threshold = budgetThreshold(prompts, { strongShare: 0.3, calibration });
    const above = prompts.filter(
      (prompt) => routeByCalibration(calibration, prompt).score >= threshold,
    );
    expect(above.length / prompts.length).toBeCloseTo(0.3, 1);
    expect(budgetThreshold(prompts, { strongShare: 0 })).toBe(Number.MAX_VALUE);
  });
});
