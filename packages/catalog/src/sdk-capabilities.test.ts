import { describe, expect, it } from 'vitest';
import { sdkCapabilities } from './sdk-capabilities.ts';
import { testModel } from './test-model.ts';

describe('sdkCapabilities', () => {
  it('says no where the source lists parameters, and unknown where it lists none', () => {
    const listed = testModel({
      capabilities: ['tools'],
      parameters: ['tools', 'top_p'],
      inputModalities: ['text', 'image'],
    });
    expect(sdkCapabilities(listed).language).toMatchObject({
      inputs: { image: true, audio: false },
      objectGeneration: false,
      tools: { usage: true, streaming: true },
      sampling: { topP: true, temperature: false },
    });
    const unlisted = testModel({ capabilities: ['tools', 'reasoning'] });
    expect(sdkCapabilities(unlisted).language).toMatchObject({
      objectGeneration: 'unknown',
      tools: { usage: true },
      reasoning: { support: true },
    });
  });

  it('lists efforts only where they are an exhaustive list', () => {
    const reasoning = { mandatory: false, efforts: ['high', 'low'], defaultEffort: null };
    expect(sdkCapabilities(testModel({ reasoning })).language.reasoning.efforts).toEqual([
      'high',
      'low',
    ]);
    expect(sdkCapabilities(testModel()).language.reasoning).not.toHaveProperty('efforts');
  });
});
