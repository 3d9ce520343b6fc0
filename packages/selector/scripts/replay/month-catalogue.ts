import { type CatalogChange, createSimulator, type Model } from '@tierwise/openrouter-simulator';
import { drawsOf } from './draws.ts';
import type { BenchmarkedRow } from './hidden-truth.ts';
import { DAY_MS } from './make-traffic.ts';

/** A change that the simulator makes by itself when its clock reaches it. */
type MonthChange = Extract<CatalogChange, { readonly type: 'remove' | 'put' }>;

/** The catalogue of a month that moves. */
export interface MonthCatalogue {
  /** A body for the simulator, as it is when this day begins. */
  bodyOf(dayStartMs: number): { readonly data: readonly unknown[] };
  /** What changes during this day. */
  changesOf(dayStartMs: number): readonly CatalogChange[];
  /** Every row that is listed at any time. */
  readonly rows: readonly BenchmarkedRow[];
  readonly counts: Readonly<Record<'appear' | 'vanish' | 'repriced', number>>;
}

/**
 * Lets the real changes between an older list and the simulator's own happen within one month, each at a random moment: models
 * vanish, others appear, prices move. The scores that the older list carries are left out: they are for the truth alone.
 */
export function monthCatalogue(
  older: readonly BenchmarkedRow[],
  startMs: number,
  days: number,
): MonthCatalogue {
  const draws = drawsOf('changes of the catalogue');
  const before = new Map(older.map((row) => [row.id, withoutScores(row)]));
  const after = new Map(
    createSimulator()
      .catalog.models()
      .map((row) => [row.id, row]),
  );
  const moment = (): number => startMs + Math.floor(draws.uniform() * days * DAY_MS);
  const put = (model: Model): MonthChange => ({ type: 'put', model, atMs: moment() });
  const appear = [...after.values()].filter(({ id }) => !before.has(id)).map(put);
  const vanish = [...before.keys()]
    .filter((id) => !after.has(id))
    .map((id): MonthChange => ({ type: 'remove', id, atMs: moment() }));
  const repriced = [...after.values()]
    .filter(({ id, pricing }) => isRepriced(before.get(id)?.pricing, pricing))
    .map(put);
  const changes = [...appear, ...vanish, ...repriced];
  return {
    bodyOf: (dayStartMs) => ({ data: rowsAt(before, changes, dayStartMs) }),
    changesOf: (dayStartMs) =>
      changes.filter(({ atMs }) => atMs >= dayStartMs && atMs < dayStartMs + DAY_MS),
    rows: [...before.values(), ...after.values()],
    counts: { appear: appear.length, vanish: vanish.length, repriced: repriced.length },
  };
}

function withoutScores({ benchmarks: _scores, ...row }: BenchmarkedRow): BenchmarkedRow {
  return row;
}

function isRepriced(
  before: BenchmarkedRow['pricing'] | undefined,
  after: Model['pricing'],
): boolean {
  if (before === undefined) return false;
  return before.prompt !== after.prompt || before.completion !== after.completion;
}

function rowsAt(
  before: ReadonlyMap<string, unknown>,
  changes: readonly MonthChange[],
  atMs: number,
): unknown[] {
  const rows = new Map(before);
  for (const change of changes) {
    if (change.atMs >= atMs) continue;
    if (change.type === 'remove') rows.delete(change.id);
    else if (isRow(change.model)) rows.set(change.model.id, change.model);
  }
  return [...rows.values()];
}

function isRow(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value;
}
