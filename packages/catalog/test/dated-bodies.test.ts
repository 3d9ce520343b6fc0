import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecordedEvents, type RecordedEvent } from '../scripts/recorded-events.ts';
import { bundledHistory } from '../src/history.ts';
import { type CatalogEvent, diffCatalogs } from '../src/check.ts';
import { endpointModels, parseEndpoints } from '../src/endpoints.ts';
import { createCatalog, InvalidCatalogError, parseModels, type Catalog } from '../src/index.ts';
import { BODY_DAYS, hasSharedData, readShared, sharedPath } from './shared-data.ts';

interface Body {
  readonly data: readonly Record<string, unknown>[];
}

describe.skipIf(!hasSharedData)(
  'dated lists of OpenRouter (in $TIERWISE_DATA/openrouter or ../shared/data/openrouter)',
  () => {
    it.each(BODY_DAYS)('reads every model of %s, and has no question about any', (asOf) => {
      const body = bodyOf(asOf);
      const { models, rejected, problems } = parseModels(body, { asOf });
      expect({ rejected, problems }).toEqual({ rejected: [], problems: [] });
      expect(models).toHaveLength(body.data.length);
    });

    const neighbours = BODY_DAYS.slice(1).map((to, index) => [BODY_DAYS[index] ?? to, to] as const);

    it.each(neighbours)(
      'finds between %s and %s exactly the changes on record',
      async (from, to) => {
        const { events } = await readRecordedEvents(
          sharedPath('history/events-2025-12-02_2026-08-16.json'),
        );
        const recorded = netChanges(
          events.filter(({ date }) => date > from && date <= to),
          catalogOf(from),
        );
        expect(foundChanges(diffCatalogs(catalogOf(from), catalogOf(to)))).toEqual(recorded);
      },
    );

    it.each(BODY_DAYS)(
      'has the same prices, sizes and abilities of %s in the bundled history',
      (day) => {
        const events = diffCatalogs(catalogOf(day), bundledHistory().asOf(day));
        const told = events.filter((event) => !isBeyondHistory(event));
        expect(told).toEqual([]);
      },
    );

    it('reads every endpoint of a real list of those that keep no data', () => {
      const body: unknown = JSON.parse(readShared('endpoints/zdr-2026-08-13.json'));
      const { endpoints, rejected, problems } = parseEndpoints(body, {
        asOf: '2026-08-13',
        zeroDataRetention: true,
      });
      expect({ rejected, problems }).toEqual({ rejected: [], problems: [] });
      expect(endpoints).toHaveLength(83);
      expect(endpointModels(endpoints, { region: 'eu' })).toContain('anthropic/claude-opus-5');
    });

    it.each(BODY_DAYS)('B3.22: never throws anything but its own error on a damaged %s', (day) => {
      const text = JSON.stringify(bodyOf(day));
      const damage = fc.record({
        at: fc.nat({ max: text.length - 1 }),
        length: fc.nat({ max: 40 }),
        by: fc.string(),
      });
      fc.assert(
        fc.property(damage, ({ at, length, by }) =>
          isAnswered(text.slice(0, at) + by + text.slice(at + length)),
        ),
        { numRuns: 60 },
      );
    });

    it.each(BODY_DAYS)('B3.22: never throws on models of %s with swapped fields', (day) => {
      const { data } = bodyOf(day);
      const swap = fc.record({
        index: fc.nat({ max: data.length - 1 }),
        key: fc.constantFrom(
          'pricing',
          'architecture',
          'top_provider',
          'id',
          'reasoning',
          'created',
          'context_length',
          '__proto__',
        ),
        value: fc.anything(),
      });
      fc.assert(
        fc.property(swap, ({ index, key, value }) => {
          const model = Object.fromEntries([...Object.entries(data[index] ?? {}), [key, value]]);
          parseModels([model], { asOf: day });
          return !Object.hasOwn(Object.prototype, 'polluted');
        }),
      );
    });
  },
);

function bodyOf(day: string): Body {
  const body: Body = JSON.parse(readShared(`models-${day}.json`));
  return body;
}

/** The record counts the model's own size, so the first provider's is taken away before reading. */
function catalogOf(day: string): Catalog {
  const data = bodyOf(day).data.map((model) => ({ ...model, top_provider: null }));
  return createCatalog({ models: parseModels({ data }, { asOf: day }).models, asOf: day });
}

function isAnswered(text: string): boolean {
  try {
    const body: unknown = JSON.parse(text);
    return parseModels(body, { asOf: '2026-08-16' }).models.length >= 0;
  } catch (error) {
    return error instanceof SyntaxError || InvalidCatalogError.isInstance(error);
  }
}

/** The history holds input and output prices, sizes, tools, schemas and ends; nothing else is compared. */
function isBeyondHistory(event: CatalogEvent): boolean {
  if (event.type === 'price')
    return !event.rates.some(({ rate }) => rate === 'input' || rate === 'output');
  if (event.type === 'alias') return true;
  if (event.type !== 'capability') return false;
  return ![...event.gained, ...event.lost].some(
    (name) => name === 'tools' || name === 'structured-output',
  );
}

/** A change in one line, so that both sides can be compared as sets. */
type Line = string;

function foundChanges(events: readonly CatalogEvent[]): readonly Line[] {
  return events.flatMap(linesOf).toSorted();
}

function linesOf(event: CatalogEvent): readonly Line[] {
  switch (event.type) {
    case 'added':
    case 'removed':
      return [`${event.id} ${event.type}`];
    case 'price':
      return event.rates
        .filter(({ rate }) => rate === 'input' || rate === 'output')
        .map(({ rate, from, to }) => `${event.id} ${rate} ${from} ${to}`);
    case 'context':
      return [`${event.id} context ${event.from} ${event.to}`];
    case 'expiry':
      return [`${event.id} expires ${event.from} ${event.to}`];
    case 'capability':
      return [
        ...event.gained.filter(isRecordedAbility).map((name) => `${event.id} ${name} false true`),
        ...event.lost.filter(isRecordedAbility).map((name) => `${event.id} ${name} true false`),
      ];
    default:
      return [];
  }
}

function isRecordedAbility(name: string): boolean {
  return name === 'tools' || name === 'structured-output';
}

/** What the steps on record amount to: a price that moved and came back is no change. */
function netChanges(events: readonly RecordedEvent[], from: Catalog): readonly Line[] {
  const first = new Map<string, Record<string, unknown> | null>();
  const last = new Map<string, Record<string, unknown> | null>();
  for (const { id, before, after } of events) {
    if (!first.has(id)) first.set(id, from.get(id) === undefined ? null : {});
    const known = first.get(id) ?? null;
    if (known !== null && before !== null) first.set(id, { ...before, ...known });
    last.set(id, after === null ? null : { ...last.get(id), ...after });
  }
  return [...first]
    .flatMap(([id, before]) => netLines(id, before, last.get(id) ?? null))
    .toSorted();
}

const NAMES = new Map([
  ['input', 'input'],
  ['output', 'output'],
  ['context', 'context'],
  ['expires', 'expires'],
  ['tools', 'tools'],
  ['schema', 'structured-output'],
]);

function netLines(
  id: string,
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): readonly Line[] {
  if (before === null && after === null) return [];
  if (before === null) return [`${id} added`];
  if (after === null) return [`${id} removed`];
  return [...NAMES].flatMap(([key, name]) => {
    const [from, to] = [before[key], after[key]];
    return key in after && from !== to ? [`${id} ${name} ${String(from)} ${String(to)}`] : [];
  });
}
