/**
 * In: a path. Out: a cache for {@link createLiveCatalog} that keeps the last good list in that file.
 * Called by: programs on Node. A separate entry, because the rest of this package needs no file system.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CatalogCache } from './live/catalog-cache.ts';

/** Where the file is. */
export interface FileCacheOptions {
  readonly path: string;
}

/** A cache in one file. Written beside it and renamed, so that a reader never sees half a list. */
export function fileCache({ path }: FileCacheOptions): CatalogCache {
  return {
    read: () => readIfThere(path),
    write: (text) => writeWhole(path, text),
  };
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}
