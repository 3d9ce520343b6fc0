import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

it('pnpm checks engines against the Node that runs our code', () => {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(root, 'node_modules/node/package.json'), 'utf8'),
  );
  expect(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')).toContain(
    `\nnodeVersion: ${version}\n`,
  );
});
