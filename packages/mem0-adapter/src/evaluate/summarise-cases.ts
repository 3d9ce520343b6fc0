import type { MemoryCaseResult, MemoryScores, Share } from './memory-report.ts';

/** The scores of a group of cases. Facts count equally, whatever case they stand in. */
export function summariseCases(cases: readonly MemoryCaseResult[]): MemoryScores {
  const sum = (
    name: 'expectedCount' | 'foundCount' | 'factCount' | 'rightCount' | 'duplicateCount',
  ) => cases.reduce((total, result) => total + result[name], 0);
  const share = (test: (result: MemoryCaseResult) => boolean, of = cases): Share =>
    ratio(of.filter(test).length, of.length);
  return {
    caseCount: cases.length,
    validity: share(({ isValid }) => isValid),
    recall: ratio(sum('foundCount'), sum('expectedCount')),
    precision: ratio(sum('rightCount'), sum('factCount')),
    duplicates: ratio(sum('duplicateCount'), sum('factCount')),
    forbidden: share(({ forbiddenCount }) => forbiddenCount > 0),
    silence: share(
      ({ isValid, factCount }) => isValid && factCount === 0,
      cases.filter(({ expectedCount }) => expectedCount === 0),
    ),
  };
}

/** The scores by what the cases have in common. */
export function summariseBy(
  cases: readonly MemoryCaseResult[],
  name: 'language' | 'kind',
): Record<string, MemoryScores> {
  const values = [...new Set(cases.map((result) => result[name]))];
  return Object.fromEntries(
    values.map((value) => [value, summariseCases(cases.filter((each) => each[name] === value))]),
  );
}

function ratio(part: number, whole: number): Share {
  return whole === 0 ? null : part / whole;
}
