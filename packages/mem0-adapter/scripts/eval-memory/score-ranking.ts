/** What an engine returned for one question: evidence and size of each item, best first. */
export interface RankedItem {
  readonly evidence: readonly string[];
  readonly tokens: number;
}

export interface Scores {
  readonly recallAt5: number;
  readonly recallAt10: number;
  readonly recallAt20: number;
  readonly reciprocalRank: number;
  readonly recallIn500: number;
  readonly recallIn2000: number;
}

export interface ScoreRankingOptions {
  readonly ranking: readonly RankedItem[];
  readonly gold: readonly string[];
}

// What naming an item costs beside its text.
const tokensPerItem = 2;

/** The measures that come with the data, for one question. */
export function scoreRanking({ ranking, gold }: ScoreRankingOptions): Scores {
  const recall = (items: readonly RankedItem[]): number => {
    const found = new Set(items.flatMap(({ evidence }) => evidence));
    return gold.filter((id) => found.has(id)).length / gold.length;
  };
  const first = ranking.findIndex(({ evidence }) => evidence.some((id) => gold.includes(id)));
  return {
    recallAt5: recall(ranking.slice(0, 5)),
    recallAt10: recall(ranking.slice(0, 10)),
    recallAt20: recall(ranking.slice(0, 20)),
    reciprocalRank: first === -1 ? 0 : 1 / (first + 1),
    recallIn500: recall(within(ranking, 500)),
    recallIn2000: recall(within(ranking, 2000)),
  };
}

/** Stops at the first item that does not fit. */
function within(ranking: readonly RankedItem[], budget: number): readonly RankedItem[] {
  let used = 0;
  const end = ranking.findIndex(({ tokens }) => (used += tokens + tokensPerItem) > budget);
  return end === -1 ? ranking : ranking.slice(0, end);
}
