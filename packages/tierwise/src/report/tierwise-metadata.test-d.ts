import type { SharedV4ProviderMetadata } from '@ai-sdk/provider';
import { expectTypeOf, it } from 'vitest';
import type { TierwiseMetadata } from './tierwise-metadata.ts';

it('is JSON, so that it may stand in provider metadata', () => {
  expectTypeOf<TierwiseMetadata>().toExtend<SharedV4ProviderMetadata[string]>();
});
