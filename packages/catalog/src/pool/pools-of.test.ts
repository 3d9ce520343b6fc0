import { describe, expect, it } from 'vitest';
import { bundledHistory } from '../history.ts';
import { bundledCatalog } from '../snapshot.ts';
import { testModel } from '../test-model.ts';
import { parameterCount } from './parameter-count.ts';
import { POOLS } from './pool.ts';
import { poolsOf } from './pools-of.ts';

describe('poolsOf', () => {
  it.each([
    ['google/gemma-3-27b-it:free', ['SMALL']],
    ['meta-llama/llama-3.1-405b-instruct:free', ['LARGE']],
    ['qwen/qwen3-coder:free', ['CODE']],
    ['openai/gpt-5.3-codex', ['CODE']],
    ['acme/decoder-7b', ['SMALL']],
  ])('puts %s into %j', (id, pools) => {
    const prices = { rates: { input: '0', output: '0' }, overrides: [], dynamic: false };
    expect(poolsOf(testModel({ id, prices }))).toEqual(pools);
  });

  it('goes by the price where the name states no size, and by the coding index where there is one', () => {
    const cheap = {
      rates: { input: '0.0000001', output: '0.0000004' },
      overrides: [],
      dynamic: false,
    };
    const dear = {
      rates: { input: '0.000005', output: '0.000025' },
      overrides: [],
      dynamic: false,
    };
    const benchmarks = [
      { source: 'artificial-analysis', metric: 'coding', value: 76.1, asOf: '2026-08-16' },
    ] as const;
    expect(poolsOf(testModel({ prices: cheap }))).toEqual(['SMALL']);
    expect(poolsOf(testModel({ prices: dear, benchmarks }))).toEqual(['LARGE', 'CODE']);
  });

  it('sees with models that take images and answer in text', () => {
    expect(poolsOf(testModel({ inputModalities: ['text', 'image'] }))).toContain('VISION');
    expect(
      poolsOf(testModel({ inputModalities: ['image'], outputModalities: ['image'] })),
    ).not.toContain('VISION');
  });

  it('fills every pool with free models of the day, none of which is left of January', () => {
    const january = new Set(
      bundledHistory()
        .asOf('2026-01-24')
        .find({ free: true })
        .map(({ id }) => id),
    );
    for (const pool of POOLS) {
      const free = bundledCatalog().find({ pool, free: true });
      expect(free.length).toBeGreaterThan(0);
      expect(free.filter(({ id }) => january.has(id))).toEqual([]);
    }
  });
});

describe('parameterCount', () => {
  it.each([
    ['qwen/qwen3-30b-a3b-instruct-2507', 30],
    ['baidu/ernie-0.3b', 0.3],
    ['openai/gpt-5.2', null],
    ['acme/web3bot', null],
  ])('reads %s', (id, billions) => {
    expect(parameterCount(id)).toBe(billions);
  });
});
