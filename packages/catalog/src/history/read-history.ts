import { createCatalog } from '../catalog/create-catalog.ts';
import type { IsoDate, Model, Prices } from '../model.ts';
import { parseIsoDate } from '../parse/parse-iso-date.ts';
import { parseModelId } from '../parse/parse-model-id.ts';
import type { CatalogHistory } from './catalog-history.ts';
import type { HistoryFacts, HistoryFile, HistoryPoint } from './history-file.ts';

/** Opens a history file. */
export function readHistory(file: HistoryFile): CatalogHistory {
  const rows = new Map(file.models.map((row) => [row.id, row.points]));
  return {
    days: file.days,
    asOf: (day) => {
      const recorded = lastDayUpTo(file.days, day);
      const models = file.models.flatMap(({ id, points }) => {
        const facts = factsOn(points, recorded);
        return facts === null ? [] : [historicModel(id, facts, recorded)];
      });
      return createCatalog({ models, asOf: recorded, source: 'snapshot' });
    },
    of: (id) => rows.get(id) ?? [],
  };
}

function lastDayUpTo(days: readonly IsoDate[], day: IsoDate): IsoDate {
  const recorded = parseIsoDate(day) === null ? undefined : days.findLast((entry) => entry <= day);
  if (recorded !== undefined) return recorded;
  throw new RangeError(`${JSON.stringify(day)} is no day on record; the first one is ${days[0]}.`);
}

const UNLISTED: HistoryFacts = {
  input: '',
  output: '',
  context: null,
  tools: false,
  schema: null,
  expires: null,
};

function factsOn(points: readonly HistoryPoint[], day: IsoDate): HistoryFacts | null {
  let facts: HistoryFacts | null = null;
  for (const [changedOn, change] of points) {
    if (changedOn > day) break;
    facts = change === null ? null : { ...(facts ?? UNLISTED), ...change };
  }
  return facts;
}

function historicModel(id: string, facts: HistoryFacts, asOf: IsoDate): Model {
  const parts = parseModelId(id);
  return {
    id,
    name: id,
    vendor: parts?.vendor ?? id,
    variant: parts?.variant ?? null,
    canonicalSlug: null,
    aliasOf: null,
    createdOn: null,
    contextTokens: facts.context,
    maxOutputTokens: null,
    inputModalities: [],
    outputModalities: [],
    capabilities: [
      ...(facts.schema === true ? (['structured-output'] as const) : []),
      ...(facts.tools ? (['tools'] as const) : []),
    ],
    parameters: [],
    reasoning: null,
    tokenizer: null,
    prices: historicPrices(facts),
    expiresOn: facts.expires,
    knowledgeCutoff: null,
    moderated: null,
    openWeights: null,
    asOf,
  };
}

function historicPrices({ input, output }: HistoryFacts): Prices {
  const dynamic = input === '-1';
  return { rates: dynamic ? {} : { input, output }, overrides: [], dynamic };
}
