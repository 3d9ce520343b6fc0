import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { expectTypeOf, it } from 'vitest';
import type { CallLike } from './call.ts';

it('takes the AI SDK call options as they are', () => {
  expectTypeOf<LanguageModelV4CallOptions>().toExtend<CallLike>();
});
