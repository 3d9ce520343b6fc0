import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BESIDE = fileURLToPath(new URL('../../../../shared/data', import.meta.url));

/** Dated lists that stay outside the repository. Tests that need them run where they are and are skipped elsewhere. */
const FOLDER = join(process.env['TIERWISE_DATA'] ?? BESIDE, 'openrouter');

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
  return join(FOLDER, path);
}

/** The text of a file of the folder. */
export function readShared(path: string): string {
  return readFileSync(sharedPath(path), 'utf8');
}
