import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const table = readFileSync(join(root, 'docs/faults.md'), 'utf8');
const row = String.raw`(?:[CDGHMPSTX]\d{1,2}|B3\.\d{1,2})`;

/** The rows that the names in a test file begin with. */
function rowsIn(text: string): string[] {
  const names = text.matchAll(new RegExp(`['"\`](${row}(?:,? ${row})*):? `, 'g'));
  return [...names].flatMap(([, rows = '']) => rows.split(/,? /));
}

const folders = readdirSync(join(root, 'packages')).flatMap((name) =>
  ['src', 'test'].map((folder) => join(root, 'packages', name, folder)),
);
const tests = folders.filter(existsSync).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(folder, file)),
);
const used = new Set(tests.flatMap((file) => rowsIn(readFileSync(file, 'utf8'))));
const listed = new Set(
  [...table.matchAll(new RegExp(`^\\| (${row}) +\\|`, 'gm'))].map(([, id]) => id),
);

it('every row that a test is named after is in the fault table, and every row has a test', () => {
  expect(used.size).toBeGreaterThan(50);
  expect(listed).toEqual(used);
});

it('every test that the fault table names is there', () => {
  const named = [...table.matchAll(/`((?:src|test|packages)\/[^`]+)`/g)].map(
    ([, path = '']) => path,
  );
  const homes = ['', 'packages/fallback-middleware', 'packages/catalog'];
  const missing = named.filter(
    (path) =>
      !homes.some((home) =>
        ['', '.test.ts'].some((end) => existsSync(join(root, home, `${path}${end}`))),
      ),
  );
  expect(missing).toEqual([]);
});
