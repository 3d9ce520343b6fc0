import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { listCost } from '../../src/index.ts';
import { type Contender, genaiPrices, tokenlens } from './contenders.ts';

const COUNTERS = { input: 10_000, output: 1000 };

interface Coverage {
  readonly models: number;
  readonly found: number;
  readonly exact: number;
}

/** Of the models with a price in the bundled catalogue: how many a library finds, and how many it prices as they are listed. */
export function measureCoverage(): Record<string, Coverage> {
  const catalog = bundledCatalog();
  const listed = new Map<string, number>();
  for (const model of catalog.models) {
    const usage = { prompt_tokens: COUNTERS.input, completion_tokens: COUNTERS.output };
    const usd = listCost({ usage, model });
    if (usd !== null) listed.set(model.id, Number(usd));
  }
  const own: Contender = (id) => (catalog.get(id) === undefined ? null : (listed.get(id) ?? null));
  return {
    'tierwise (the list itself)': coverageOf(own, listed),
    'genai-prices': coverageOf(genaiPrices, listed),
    tokenlens: coverageOf(tokenlens, listed),
  };
}

function coverageOf(contender: Contender, listed: ReadonlyMap<string, number>): Coverage {
  const found = [...listed].flatMap(([id, usd]) => {
    const price = priceOrNull(contender, id);
    return price === null ? [] : [{ usd, price }];
  });
  const exact = found.filter(
    ({ usd, price }) => Math.abs(usd - price) <= Math.max(1e-12, usd * 1e-6),
  );
  return { models: listed.size, found: found.length, exact: exact.length };
}

function priceOrNull(contender: Contender, id: string): number | null {
  try {
    return contender(id, COUNTERS);
  } catch {
    return null; // a library that throws for a model has not found it
  }
}
