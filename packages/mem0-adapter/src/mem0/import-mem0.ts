import { Mem0UnavailableError } from './mem0-unavailable-error.ts';

type Mem0Module = typeof import('mem0ai/oss');

/**
 * Loads Mem0 with its telemetry off: Mem0 reads `MEM0_TELEMETRY` once, while it is imported. A value
 * that the user has set is left alone.
 */
export async function importMem0(
  load: () => Promise<Mem0Module> = async () => import('mem0ai/oss'),
): Promise<Mem0Module> {
  process.env['MEM0_TELEMETRY'] ??= 'false';
  try {
    return await load();
  } catch (cause) {
    throw new Mem0UnavailableError({
      message:
        'mem0ai could not be loaded. Install it: npm install mem0ai@^3.1 (its peers come with it; the native build of better-sqlite3 may be skipped, nothing here opens it).',
      cause,
    });
  }
}
