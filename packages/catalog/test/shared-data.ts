import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Dated lists that stay outside the repository. Tests that need them run where they are and are skipped elsewhere. */
const FOLDER = new URL('../../../../shared/data/openrouter/', import.meta.url);

export const BODY_DAYS = [
  '2026-01-24',
  '2026-02-27',
  '2026-04-01',
  '2026-05-13',
  '2026-08-16',
] as const;

export const hasSharedData: boolean = existsSync(FOLDER);

/** Where a file of the folder is. */
export function sharedPath(path: string): string {
  return fileURLToPath(new URL(path, FOLDER));
}

/** The text of a file of the folder. */
export function readShared(path: string): string {
  return readFileSync(sharedPath(path), 'utf8');
}
