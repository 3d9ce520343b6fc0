/**
 * Writes the bundled history and the tombstones:
 * node scripts/make-history.ts <models-YYYY-MM-DD.json> <events.json> [<newer list>]
 *
 * The first file is a full list of one of the days of the record, the second one the changes between the lists of all
 * days. Run make-snapshot.ts first: tombstones name successors out of the snapshot.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { HistoryFacts, HistoryRow } from '../src/history/history-file.ts';
import { readHistory } from '../src/history/read-history.ts';
import type { IsoDate } from '../src/model.ts';
import { parseModels } from '../src/parse/parse-models.ts';
import { readSnapshot } from '../src/snapshot/read-snapshot.ts';
import { snapshotText } from '../src/snapshot/snapshot.generated.ts';
import { successorOf } from '../src/tombstone/successor-of.ts';
import type { Tombstone } from '../src/tombstone/tombstone.ts';
import { HistoryTimeline } from './history-timeline.ts';
import { readNewerList } from './newer-list.ts';
import { readRecordedEvents } from './recorded-events.ts';
import { renderJsonModule } from './render-json-module.ts';

const [bodyPath, eventsPath, newerPath] = process.argv.slice(2);
const bodyDay = /\d{4}-\d{2}-\d{2}/.exec(basename(bodyPath ?? ''))?.[0];
if (bodyPath === undefined || bodyDay === undefined || eventsPath === undefined) {
  throw new Error(
    'Usage: node scripts/make-history.ts <models-YYYY-MM-DD.json> <events.json> [<newer list>]',
  );
}

const record = await readRecordedEvents(eventsPath);
const timeline = new HistoryTimeline(await readFacts(bodyPath, bodyDay), bodyDay, record);
const newer = newerPath === undefined ? undefined : await readNewerList(newerPath);
if (newer !== undefined) timeline.addNewerList(newer);

const days = [...record.days, ...(newer === undefined ? [] : [newer.date])];
const rows = timeline.rows();
const sources = [
  'OpenRouter GET /models',
  ...(newer === undefined ? [] : [`${newer.source}, ${newer.date}`]),
];
await write('../src/history/history.generated.ts', 'historyText', { days, sources }, rows);

const listed = readSnapshot(JSON.parse(snapshotText));
const ids = new Set(listed.map((model) => model.id));
const tombstones = rows.filter(({ id }) => !ids.has(id)).flatMap((row) => tombstoneOf(row));
await write('../src/tombstone/tombstones.generated.ts', 'tombstonesText', {}, tombstones);
console.log(`${rows.length} models over ${days.length} days, ${tombstones.length} of them gone`);

async function readFacts(path: string, asOf: IsoDate): Promise<Map<string, HistoryFacts>> {
  const body: {
    readonly data: readonly { readonly id: string; readonly context_length: number | null }[];
  } = JSON.parse(await readFile(path, 'utf8'));
  const sizes = new Map(body.data.map((wire) => [wire.id, wire.context_length]));
  return new Map(
    parseModels(body, { asOf }).models.map((model) => [
      model.id,
      {
        input: model.prices.rates.input ?? '-1',
        output: model.prices.rates.output ?? '-1',
        context: sizes.get(model.id) ?? null,
        tools: model.capabilities.includes('tools'),
        schema: model.capabilities.includes('structured-output'),
        expires: model.expiresOn,
      },
    ]),
  );
}

function tombstoneOf({ id, points }: HistoryRow): readonly Tombstone[] {
  const last = points.at(-1);
  if (last === undefined || last[1] !== null) return [];
  const lastSeenOn = days[days.indexOf(last[0]) - 1] ?? last[0];
  const history = readHistory({ days, sources: [], models: [{ id, points }] });
  const announcedFor = history.asOf(lastSeenOn).get(id)?.expiresOn ?? null;
  return [{ id, lastSeenOn, missingOn: last[0], announcedFor, successor: successorOf(id, listed) }];
}

async function write(
  path: string,
  name: string,
  head: Record<string, unknown>,
  content: readonly unknown[],
): Promise<void> {
  const text = renderJsonModule({ name, script: 'make-history.ts', head, rows: content });
  await writeFile(new URL(path, import.meta.url), text);
}
