import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { apiSnapshot } from './api-snapshot.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierwise-api-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function build(bundle: object): Promise<void> {
  await apiSnapshot().generateBundle.handler.call({}, { dir: join(folder, 'dist') }, bundle);
}

const read = (name: string): string =>
  readFileSync(join(folder, '__snapshots__/tsnapi', name), 'utf8');

it('an API snapshot holds the shape of a type that lives in a chunk that entries share', async () => {
  const exports = ['one'];
  await build({
    'index.js': { type: 'chunk', isEntry: true, exports, code: 'export const one = 1;' },
    'index.d.ts': {
      type: 'chunk',
      isEntry: true,
      exports: ['Shared'],
      code: 'import { t as Shared } from "./shared.js";\nexport { type Shared };',
    },
    'shared.d.ts': {
      type: 'chunk',
      isEntry: false,
      code: 'interface Shared { readonly sizeMs: number; }\nexport { Shared as t };',
    },
  });
  expect(read('index.snapshot.d.ts')).toContain('readonly sizeMs: number;');
});

it('an entry without exports, such as a command, has no API snapshot', async () => {
  const command = { type: 'chunk', isEntry: true, exports: [], code: 'run();' };
  const index = { type: 'chunk', isEntry: true, exports: ['one'], code: 'export const one = 1;' };
  await build({ 'index.js': index, 'command.js': command });
  expect(readdirSync(join(folder, '__snapshots__/tsnapi'))).toEqual([
    'index.snapshot.d.ts',
    'index.snapshot.js',
  ]);
});
