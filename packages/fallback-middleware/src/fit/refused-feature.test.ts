import { describe, expect, test } from 'vitest';
import { createTestClock } from '../../test/support/test-clock.ts';
import type { CallFeature } from './call-features.ts';
import { createFeatureMemory } from './feature-memory.ts';
import { refusedFeature } from './refused-feature.ts';

const all: CallFeature[] = ['tools', 'structured output', 'image', 'audio', 'video', 'file'];

describe('which feature was refused', () => {
  test.each<[string, CallFeature]>([
    ['No endpoints found that support tool use. To learn more, visit the docs', 'tools'],
    ['`function calling` is not supported by this model', 'tools'],
    ['this model does not support tools', 'tools'],
    ["Unsupported parameter: 'tools'", 'tools'],
    ['Invalid request: tools are not supported in this model.', 'tools'],
    ["'response_format' of type 'json_schema' is not supported", 'structured output'],
    ['Structured outputs are not supported for models of this kind', 'structured output'],
    ['No endpoints found that support image input', 'image'],
    ['Invalid content type. image_url is only supported by certain models.', 'image'],
    ['The model does not support vision', 'image'],
    ['This model does not support input_audio', 'audio'],
    ['PDFs are not supported', 'file'],
  ])('%s', (message, expected) => {
    expect(refusedFeature({ message }, all)).toBe(expected);
  });

  test.each<[string, CallFeature]>([
    ["Unsupported parameter: 'temperature' is not supported with this model.", 'tools'],
    ['This model does not support assistant message prefill.', 'tools'],
    ["tool_choice 'required' is not supported by this model", 'tools'],
    ["No endpoints found that support the provided 'tool_choice' value", 'tools'],
    ['This model does not support tool_choice', 'tools'],
    ['This model does not support parallel tool calls', 'tools'],
    ['parallel tool calls are not supported', 'tools'],
    ['When using tools, temperature is not supported', 'tools'],
    ['tools are not supported with streaming', 'tools'],
    ['This model does not support tools in combination with reasoning', 'tools'],
    ['n > 1 is not supported', 'structured output'],
    ['heic is not supported', 'image'],
    ['This model does not support images larger than 5 MB', 'image'],
    ['image format heic is not supported', 'image'],
    ['This model does not support image URLs', 'image'],
    ['not supported', 'image'],
  ])('%s: says nothing against %s, even where the call has nothing else', (message, feature) => {
    expect(refusedFeature({ message }, [feature])).toBeUndefined();
  });

  test.each(['image_too_large', 'image_download_failed', 'unsupported_image_format'])(
    'the code %s is about one image',
    (code) => {
      const message = 'images are not supported';
      expect(refusedFeature({ code, message }, ['image'])).toBeUndefined();
    },
  );

  test('nothing is decided where several are named', () => {
    const message = 'tools are not supported, images are not supported';
    expect(refusedFeature({ message }, all)).toBeUndefined();
    expect(
      refusedFeature({ message: 'neither tools nor images are supported' }, all),
    ).toBeUndefined();
  });

  test('a word that names a feature the call does not use decides nothing', () => {
    const message = 'images are not supported';
    expect(refusedFeature({ message }, ['tools', 'audio'])).toBeUndefined();
  });

  test('long hostile messages take no time', () => {
    const message = `${'does not support the tools '.repeat(20_000)}of others`;
    expect(refusedFeature({ message }, all)).toBeUndefined();
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
