import { describe, expect, test } from 'vitest';
import { createTestClock } from '../../test/support/test-clock.ts';
import type { CallFeature } from './call-features.ts';
import { createFeatureMemory } from './feature-memory.ts';
import { refusedFeature } from './refused-feature.ts';

const all: CallFeature[] = ['tools', 'structured output', 'image', 'audio', 'video', 'file'];

describe('which feature was refused', () => {
  test.each<[string, CallFeature]>([
    ['No endpoints found that support tool use', 'tools'],
    ['`function calling` is not supported by this model', 'tools'],
    ["'response_format' of type 'json_schema' is not supported", 'structured output'],
    ['No endpoints found that support image input', 'image'],
    ['This model does not support input_audio', 'audio'],
    ['PDFs are not supported', 'file'],
  ])('%s', (message, expected) => {
    expect(refusedFeature(message, all)).toBe(expected);
  });

  test('a message without a name means the only feature there is, and nothing where there are several', () => {
    expect(refusedFeature('not supported', ['image'])).toBe('image');
    expect(refusedFeature('not supported', ['image', 'tools'])).toBeUndefined();
    expect(refusedFeature('neither tools nor images are supported', all)).toBeUndefined();
    expect(refusedFeature('not supported', [])).toBeUndefined();
  });

  test('a word that names a feature the call does not use decides nothing', () => {
    expect(refusedFeature('images are not supported', ['tools', 'audio'])).toBeUndefined();
  });
});

describe('what is remembered', () => {
  test('holds for an hour, for that candidate and feature alone', async () => {
    const clock = createTestClock();
    const memory = createFeatureMemory();
    memory.remember('a', 'tools', clock);
    const lacking = (id: string): CallFeature | undefined => memory.lacking(id, () => all, clock);
    expect([lacking('a'), lacking('b')]).toEqual(['tools', undefined]);
    expect(memory.lacking('a', () => ['image'], clock)).toBeUndefined();
    await clock.advance(3_600_000);
    expect(lacking('a')).toBeUndefined();
  });

  test('is bounded: the oldest candidates are forgotten', () => {
    const clock = createTestClock();
    const memory = createFeatureMemory();
    for (let index = 0; index <= 1_000; index++) memory.remember(`${index}`, 'tools', clock);
    expect(memory.lacking('0', () => all, clock)).toBeUndefined();
    expect(memory.lacking('1', () => all, clock)).toBe('tools');
  });
});
