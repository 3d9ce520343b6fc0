import { didYouMean } from '@tierwise/catalog';

/** What to say of a key that there is not. */
export function unknownKey(key: string, known: readonly string[]): string {
  return `Unrecognized key: "${key}". ${didYouMean(key, known)}`;
}
