import type { ExpectedFact, MemoryCase } from './memory-case.ts';

/** What an extraction got right and wrong. */
export interface FactMatch {
  readonly expectedCount: number;
  readonly foundCount: number;
  readonly factCount: number;
  /** Facts that say something expected. */
  readonly rightCount: number;
  /** Facts that say only what another fact, or a known memory, says already. */
  readonly duplicateCount: number;
  /** Facts that say what none may. */
  readonly forbiddenCount: number;
}

export interface MatchFactsOptions {
  readonly memoryCase: MemoryCase;
  readonly facts: readonly string[];
}

/** Holds facts against a case by their words, so that any phrasing of a fact counts. */
export function matchFacts({ memoryCase, facts }: MatchFactsOptions): FactMatch {
  const { expected, forbidden, known } = memoryCase;
  const normal = facts.map(normalise);
  const said = new Set(known.map(normalise));
  const covered = new Set<number>();
  let rightCount = 0;
  let duplicateCount = 0;
  for (const fact of normal) {
    const says = expected.flatMap((each, index) => (holds(fact, each) ? [index] : []));
    const isNew = says.some((index) => !covered.has(index));
    if (says.length > 0) rightCount += 1;
    if (said.has(fact) || (says.length > 0 && !isNew)) duplicateCount += 1;
    for (const index of says) covered.add(index);
    said.add(fact);
  }
  return {
    expectedCount: expected.length,
    foundCount: covered.size,
    factCount: facts.length,
    rightCount,
    duplicateCount,
    forbiddenCount: normal.filter((fact) => forbidden.some((each) => holds(fact, each))).length,
  };
}

function holds(fact: string, words: ExpectedFact): boolean {
  return words.every((word) => word.split('|').some((each) => fact.includes(normalise(each))));
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.,;!?。，、；！？"'「」“”]+/gu, ' ')
    .trim();
}
