import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const named = new Set(
  [...contributing.matchAll(/npx -y pnpm@12 (?:run )?([\w:]+)/g)].map(([, name]) => name),
);

it('CONTRIBUTING names every script that measures something', () => {
  const measuring = Object.keys(scripts).filter((name) =>
    /^(?:bench|cost|eval|evaluate|replay|soak):/.test(name),
  );
  expect(measuring.filter((name) => !named.has(name))).toEqual([]);
});

it('CONTRIBUTING names no script that there is not', () => {
  const commands = ['changeset', 'exec', ...Object.keys(scripts)];
  expect([...named].filter((name) => !commands.includes(String(name)))).toEqual([]);
});
