import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readCodeBlocks } from './read-code-blocks.ts';
import { namedPackages } from './named-packages.ts';

const root = resolve(import.meta.dirname, '..');
const run = promisify(execFile);

/** Blocks are written into a package, so that they resolve what its reader would have installed. */
const documents = [
  { readme: 'README.md', home: 'apps/demo' },
  ...readdirSync(join(root, 'packages'))
    .map((name) => ({ readme: `packages/${name}/README.md`, home: `packages/${name}` }))
    .filter(({ home }) => existsSync(join(root, home, 'package.json'))),
];

const programs = documents.flatMap(({ readme, home }) => {
  const directory = join(root, home, '.docs');
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  return readCodeBlocks(readFileSync(join(root, readme), 'utf8')).map(({ line, code }) => {
    const file = join(directory, `readme-line-${line}.ts`);
    writeFileSync(file, `${code}\nexport {};\n`);
    return { title: `${readme}:${line}`, file };
  });
});

describe('the code in the READMEs', () => {
  it.each(documents)('$readme shows code', ({ home }) => {
    expect(
      programs.filter(({ file }) => file.startsWith(join(root, home, '.docs'))),
    ).not.toHaveLength(0);
  });

  it.each(documents)('$readme imports nothing that its install lines do not name', ({ readme }) => {
    const { installed, imported } = namedPackages(readFileSync(join(root, readme), 'utf8'));
    expect(imported.filter((name) => !installed.includes(name))).toEqual([]);
  });

  it('type-checks', { timeout: 120_000 }, async () => {
    const config = join(root, 'apps/demo/.docs/tsconfig.json');
    writeFileSync(
      config,
      JSON.stringify({
        extends: '../../../tsconfig.base.json',
        compilerOptions: {
          isolatedDeclarations: false,
          declaration: false,
          noUnusedLocals: false,
          exactOptionalPropertyTypes: false,
        },
        files: programs.map(({ file }) => file),
      }),
    );
    const outcome = await run('tsc', ['--project', config], { cwd: root }).catch(
      (error: unknown) => error,
    );
    expect(outcome).toMatchObject({ stdout: '' });
  });

  it.each(programs)('$title runs offline', { timeout: 60_000 }, async ({ file }) => {
    const outcome = await run(
      process.execPath,
      ['--conditions=@tierwise/source', '--import', join(root, 'scripts/offline.ts'), file],
      { cwd: join(file, '..'), env: { ...process.env, AI_SDK_LOG_WARNINGS: 'false' } },
    );
    expect(outcome.stderr).not.toMatch(/Error/);
  });
});
