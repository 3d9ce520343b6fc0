import { describe, expect, test } from 'vitest';
import { quantileHedgeDelay } from './quantile-hedge-delay.ts';

/** Numbers in [0, 1), the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The share of calls that are hedged while two candidates answer with log-normal times. */
function hedgedShare(sigma: number, calls: number): number {
  const random = randomFrom(7);
  const latency = (): number =>
    300 *
    Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
  const delay = quantileHedgeDelay();
  let hedged = 0;
  for (let call = 0; call < calls; call++) {
    const first = latency();
    const patience = delay.delayMs('a') ?? Number.POSITIVE_INFINITY;
    const second = first > patience ? patience + latency() : Number.POSITIVE_INFINITY;
    if (first > patience) hedged += 1;
    if (first <= second) delay.observe('a', first);
    else delay.observeAtLeast?.('a', second);
  }
  return hedged / calls;
}

describe('patience by quantile', () => {
  test('is unknown until enough is known; whoever only lost lately is waited for as little as may be', () => {
    const delay = quantileHedgeDelay({ minSamples: 2, window: 10, minDelayMs: 20 });
    delay.observe('a', 100);
    expect(delay.delayMs('a')).toBeUndefined();
    delay.observe('a', 100);
    expect(delay.delayMs('a')).toBe(100);
    for (let count = 0; count < 10; count++) delay.observeAtLeast?.('a', 100);
    expect(delay.delayMs('a')).toBe(20);
  });

  test('is the quantile of the newest answers, never less than the least', () => {
    const delay = quantileHedgeDelay({ window: 100, minDelayMs: 20 });
    for (let latencyMs = 1; latencyMs <= 200; latencyMs++) delay.observe('a', latencyMs);
    expect(delay.delayMs('a')).toBe(196);
    for (let count = 0; count < 100; count++) delay.observe('a', 1);
    expect(delay.delayMs('a')).toBe(20);
  });

  test('counts a loser as slower than it was seen to be, and one cut short early as nothing', () => {
    const delay = quantileHedgeDelay({ quantile: 0.5, minSamples: 1, minDelayMs: 0 });
    for (const latencyMs of [100, 200, 300, 400]) delay.observe('a', latencyMs);
    expect(delay.delayMs('a')).toBe(300);
    for (let count = 0; count < 10; count++) delay.observeAtLeast?.('a', 1);
    expect(delay.delayMs('a')).toBe(300);
    for (let count = 0; count < 3; count++) delay.observeAtLeast?.('a', 350);
    expect(delay.delayMs('a')).toBe(400);
  });

  test.each([0.5, 0.8, 1.2])('hedges about one call in twenty (spread %d)', (sigma) => {
    const share = hedgedShare(sigma, 10_000);
    expect(share).toBeGreaterThan(0.035);
    expect(share).toBeLessThan(0.065);
  });

  test('a candidate that begins to hang is not waited for longer and longer', () => {
    const delay = quantileHedgeDelay();
    for (let count = 0; count < 100; count++) delay.observe('a', 280 + (count % 40));
    const patience = (): number => delay.delayMs('a') ?? Number.NaN;
    const before = patience();
    for (let count = 0; count < 200; count++) delay.observeAtLeast?.('a', patience() + 300);
    expect(patience()).toBeLessThanOrEqual(before + 40);
  });
});
