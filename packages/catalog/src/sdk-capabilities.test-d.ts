import type { ModelCapabilities } from '@ai-sdk/provider';
import { expectTypeOf, test } from 'vitest';
import type { sdkCapabilities } from './sdk-capabilities.ts';

test('what we say of a model is what the AI SDK calls ModelCapabilities', () => {
  expectTypeOf<ReturnType<typeof sdkCapabilities>>().toExtend<ModelCapabilities>();
});
