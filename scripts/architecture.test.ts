import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'tierwise-architecture-'));
  for (const file of [
    'package.json',
    'pnpm-workspace.yaml',
    'pnpm-lock.yaml',
    'turbo.json',
    '.oxlintrc.json',
  ]) {
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'packages'))) {
    mkdirSync(join(copy, 'packages', name, 'src'), { recursive: true });
    for (const file of ['package.json', 'turbo.json']) {
      cpSync(join(root, 'packages', name, file), join(copy, 'packages', name, file));
    }
  }
  spawnSync('git', ['init', '--quiet'], { cwd: copy });
});

afterEach(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** The two commands of `pnpm check` that guard the arrows between packages. */
function lint(): { status: number | null; output: string } {
  return execute('oxlint', ['--deny-warnings', 'packages']);
}

function boundaries(): { status: number | null; output: string } {
  return execute('turbo', ['boundaries']);
}

function execute(
  command: string,
  args: readonly string[],
): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', CI: 'true' },
  });
  return { status, output: stdout + stderr };
}

function write(path: string, text: string): void {
  writeFileSync(join(copy, 'packages', path), text);
}

function declareDependency(name: string, dependency: string): void {
  const path = join(copy, 'packages', name, 'package.json');
  const manifest: { dependencies?: Record<string, string> } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  manifest.dependencies = { ...manifest.dependencies, [dependency]: 'workspace:^' };
  writeFileSync(path, JSON.stringify(manifest));
}

const forbidden = [
  ['catalog', '@tierwise/pricing'],
  ['catalog', 'ai'],
  ['pricing', '@tierwise/selector'],
  ['selector', '@ai-sdk/provider'],
  ['fallback-middleware', '@tierwise/catalog'],
  ['mem0-adapter', '@tierwise/pricing'],
  ['openrouter-simulator', '@tierwise/catalog'],
  ['tierwise', '@tierwise/openrouter-simulator'],
] as const;

describe('the arrows between packages', () => {
  it.each(forbidden)('fail the lint when %s imports %s', (name, target) => {
    write(
      `${name}/src/forbidden.ts`,
      `import { anything } from '${target}';\nexport const used: unknown = anything;\n`,
    );
    const { status, output } = lint();
    expect(output).toContain('no-restricted-imports');
    expect(status).not.toBe(0);
  });

  it('pass the lint as they are drawn', () => {
    write(
      'selector/src/allowed.ts',
      `import { anything } from '@tierwise/pricing';\nexport const used: unknown = anything;\n`,
    );
    expect(lint()).toMatchObject({ status: 0 });
  });

  it('fail the boundaries check when a manifest declares a forbidden package', () => {
    declareDependency('catalog', '@tierwise/pricing');
    const { status, output } = boundaries();
    expect(output).toContain('@tierwise/pricing');
    expect(status).not.toBe(0);
  });

  it('fail the boundaries check when an import is not declared', () => {
    write('catalog/src/undeclared.ts', `export * from '@tierwise/pricing';\n`);
    expect(boundaries().status).not.toBe(0);
  });

  it('pass the boundaries check as they are drawn', () => {
    expect(boundaries()).toMatchObject({ status: 0 });
  });
});
