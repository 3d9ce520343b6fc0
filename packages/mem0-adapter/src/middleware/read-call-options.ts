import { InvalidArgumentError, type SharedV4ProviderOptions } from '@ai-sdk/provider';
import type { MemoryScope } from '../backend/memory-scope.ts';
import { readScope } from '../backend/read-scope.ts';

/** What one call may say of memory, in `providerOptions.memory`. */
export interface MemoryCallOptions {
  readonly scope?: MemoryScope;
  /** The conversation that the call belongs to. */
  readonly conversation?: string;
  /** `false`: recall nothing in this call. */
  readonly recall?: boolean;
  /** `false`: keep nothing of this call. */
  readonly store?: boolean;
}

/**
 * The memory options of a call, checked.
 *
 * @throws InvalidArgumentError naming what is wrong. A misspelt scope must not become another one.
 */
export function readCallOptions(
  providerOptions: SharedV4ProviderOptions | undefined,
): MemoryCallOptions {
  const { scope, conversation, recall, store, ...unknown } = providerOptions?.['memory'] ?? {};
  const [stranger] = Object.keys(unknown);
  if (stranger !== undefined) throw invalid(stranger, 'is no option');
  if (conversation !== undefined && typeof conversation !== 'string') {
    throw invalid('conversation', 'must be a text');
  }
  return {
    ...(scope !== undefined && { scope: readScope(scope) }),
    ...(conversation !== undefined && { conversation }),
    ...readSwitch('recall', recall),
    ...readSwitch('store', store),
  };
}

function readSwitch(name: 'recall' | 'store', value: unknown): Partial<MemoryCallOptions> {
  if (value === undefined) return {};
  if (typeof value === 'boolean') return { [name]: value };
  throw invalid(name, 'must be true or false');
}

function invalid(name: string, what: string): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: `providerOptions.memory.${name}`,
    message: `providerOptions.memory.${name} ${what}: give scope, conversation, recall or store.`,
  });
}
