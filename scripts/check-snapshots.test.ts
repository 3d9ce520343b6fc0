import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, 'check-snapshots.ts');
const file = 'packages/one/__snapshots__/tsnapi/index.snapshot.d.ts';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierwise-snapshots-'));
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), 'export declare const one: number;\n');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: readonly string[]): void {
  spawnSync('git', args, { cwd: folder });
}

function check(): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    cwd: folder,
    encoding: 'utf8',
    // A folder without git stays one, wherever the temporary folder is.
    env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
  });
  return { status, output: stdout + stderr };
}

describe('an API snapshot', () => {
  it('that is new to git fails the check, and passes once it is staged', () => {
    git('init', '--quiet');
    expect(check()).toMatchObject({ status: 1, output: expect.stringContaining(file) });
    git('add', '.');
    expect(check()).toEqual({ status: 0, output: '' });
  });

  it('that a build has rewritten fails the check, and passes once it is staged', () => {
    git('init', '--quiet');
    git('add', '.');
    writeFileSync(join(folder, file), 'export declare const one: string;\n');
    expect(check()).toMatchObject({ status: 1, output: expect.stringContaining(file) });
    git('add', '.');
    expect(check()).toEqual({ status: 0, output: '' });
  });

  it('is not compared where there is no git', () => {
    expect(check()).toMatchObject({ status: 0, output: expect.stringContaining('not compared') });
  });
});
