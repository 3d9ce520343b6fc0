import type { TierwiseMetadata } from './tierwise-metadata.ts';

/** On errors of this project only; a registered symbol, so that duplicate copies of this package read each other's. */
export const METADATA: unique symbol = Symbol.for('tierwise.metadata');

/** Puts a call's story on the error that it ended with, where logs and spreads do not see it. */
export function attachMetadata(error: Error, metadata: TierwiseMetadata): void {
  Object.defineProperty(error, METADATA, { value: metadata });
}
