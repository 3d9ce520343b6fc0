import { afterEach, expect, test, vi } from 'vitest';
import { importMem0 } from './import-mem0.ts';
import { Mem0UnavailableError } from './mem0-unavailable-error.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function telemetryAtImport(): Promise<string | undefined> {
  let seen: string | undefined;
  await importMem0(async () => {
    seen = process.env['MEM0_TELEMETRY'];
    return import('mem0ai/oss');
  });
  return seen;
}

test('telemetry is off before Mem0 is imported', async () => {
  vi.stubEnv('MEM0_TELEMETRY', undefined);

  expect(await telemetryAtImport()).toBe('false');
});

test('telemetry that the user asked for stays on', async () => {
  vi.stubEnv('MEM0_TELEMETRY', 'true');

  expect(await telemetryAtImport()).toBe('true');
});

test('a missing mem0ai is an error that says how to install it, and why it did not load', async () => {
  const cause = new Error("Cannot find package 'mem0ai'");

  const error: unknown = await importMem0(async () => {
    throw cause;
  }).catch((reason: unknown) => reason);

  expect(Mem0UnavailableError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({ cause });
  expect(String(error)).toContain('npm install mem0ai@^3.1');
});
