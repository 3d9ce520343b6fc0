/**
 * Writes the bundled snapshot: node scripts/make-snapshot.ts <models-YYYY-MM-DD.json> [<newer list>]
 *
 * The first file is a body of GET /models, its day in its name. The second one, of the shape that pi-ai ships,
 * brings it up to date. Only facts are written: ids, numbers, flags, dates; no descriptions, no benchmark figures.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseModels } from '../src/parse/parse-models.ts';
import { writeSnapshot } from '../src/snapshot/write-snapshot.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { readNewerList } from './newer-list.ts';
import { renderJsonModule } from './render-json-module.ts';

const [bodyPath, newerPath] = process.argv.slice(2);
const bodyDay = /\d{4}-\d{2}-\d{2}/.exec(basename(bodyPath ?? ''))?.[0];
if (bodyPath === undefined || bodyDay === undefined) {
  throw new Error('Usage: node scripts/make-snapshot.ts <models-YYYY-MM-DD.json> [<newer list>]');
}

const { models, rejected, problems } = parseModels(JSON.parse(await readFile(bodyPath, 'utf8')), {
  asOf: bodyDay,
});
for (const entry of [...rejected, ...problems]) console.warn(entry);

const newer = newerPath === undefined ? undefined : await readNewerList(newerPath);
const file = writeSnapshot({
  models: newer === undefined ? models : bringUpToDate(models, newer),
  asOf: newer?.date ?? bodyDay,
  sources: [
    `OpenRouter GET /models, ${bodyDay}`,
    ...(newer === undefined ? [] : [`${newer.source}, ${newer.date}`]),
  ],
});
const { models: rows, ...head } = file;
const target = new URL('../src/snapshot/snapshot.generated.ts', import.meta.url);
await writeFile(
  target,
  renderJsonModule({ name: 'snapshotText', script: 'make-snapshot.ts', head, rows }),
);
console.log(`${rows.length} models as of ${file.asOf}`);
