import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function run(...flags: readonly string[]): {
  status: number | null;
  stderr: string;
  stdout: string;
} {
  const bin = join(import.meta.dirname, 'bin.ts');
  const args = ['--conditions=@tierwise/source', ...flags, bin];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

test('the command without arguments says how it is used', () => {
  expect(run()).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('tierwise-sqlite-journal <file> list'),
  });
});

test('on a Node without node:sqlite the command names the Node that it needs', () => {
  const { status, stderr } = run('--no-experimental-sqlite');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^tierwise-sqlite-journal needs Node 22\.13 or newer, .* this is Node \d/);
});
