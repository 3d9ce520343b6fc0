import type { HistoryFacts, HistoryPoint, HistoryRow } from '../src/history/history-file.ts';
import type { IsoDate } from '../src/model.ts';
import { listedPrices } from './listed-prices.ts';
import type { ListedModel, NewerList } from './newer-list.ts';
import type { RecordedEvents } from './recorded-events.ts';

type State = Map<string, HistoryFacts>;

/** The lists of every day, from one of them and the changes before and after it. */
export class HistoryTimeline {
  readonly #points = new Map<string, HistoryPoint[]>();
  readonly #state: State;

  /** `known` is the full list of `knownOn`, one of the days of the record. */
  constructor(known: State, knownOn: IsoDate, record: RecordedEvents) {
    this.#state = new Map(known);
    const [firstDay = knownOn] = record.days;
    for (const { date, id, before } of record.events.toReversed())
      if (date <= knownOn) this.#apply(id, before);
    for (const [id, facts] of this.#state) this.#add(id, [firstDay, facts]);
    for (const { date, id, after } of record.events) this.#change(date, id, after);
  }

  /** Adds a later list that holds only text models with tools, and tells less about them. */
  addNewerList({ date, models }: NewerList): void {
    const listed = new Set(models.map((model) => model.id));
    for (const [id, { tools }] of this.#state)
      if (tools && !listed.has(id)) this.#change(date, id, null);
    for (const model of models) this.#change(date, model.id, this.#changedFacts(model, date));
  }

  rows(): readonly HistoryRow[] {
    const rows = [...this.#points].map(([id, points]) => ({ id, points }));
    return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  #changedFacts(listed: ListedModel, date: IsoDate): Partial<HistoryFacts> {
    const old = this.#state.get(listed.id);
    const rates = { input: old?.input ?? '-1', output: old?.output ?? '-1' };
    const prices = listedPrices(listed, { rates, overrides: [], dynamic: false });
    const now: HistoryFacts = {
      input: prices.rates.input ?? '-1',
      output: prices.rates.output ?? '-1',
      context: listed.contextWindow ?? old?.context ?? null,
      tools: true,
      schema: old?.schema ?? null,
      expires:
        old?.expires !== undefined && old.expires !== null && old.expires >= date
          ? old.expires
          : null,
    };
    return old === undefined ? now : changesOf(old, now);
  }

  #change(date: IsoDate, id: string, change: Partial<HistoryFacts> | null): void {
    if (change !== null && Object.keys(change).length === 0) return;
    this.#apply(id, change);
    this.#add(id, [date, change]);
  }

  #apply(id: string, change: Partial<HistoryFacts> | null): void {
    const old = this.#state.get(id);
    if (change === null) this.#state.delete(id);
    else this.#state.set(id, { ...(old ?? NOTHING), ...change });
  }

  /** Two changes of one day are one point. */
  #add(id: string, [date, change]: HistoryPoint): void {
    const points = this.#points.get(id) ?? [];
    this.#points.set(id, points);
    const last = points.at(-1);
    if (last?.[0] === date && last[1] !== null && change !== null)
      points[points.length - 1] = [date, { ...last[1], ...change }];
    else points.push([date, change]);
  }
}

const NOTHING: HistoryFacts = {
  input: '',
  output: '',
  context: null,
  tools: false,
  schema: null,
  expires: null,
};

function changesOf(before: HistoryFacts, after: HistoryFacts): Partial<HistoryFacts> {
  const isChanged = ([key, value]: [string, unknown]): boolean =>
    value !== new Map(Object.entries(before)).get(key);
  return Object.fromEntries(Object.entries(after).filter(isChanged));
}
