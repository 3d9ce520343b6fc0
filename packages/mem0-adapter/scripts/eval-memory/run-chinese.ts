import { localMemory } from '../../src/index.ts';
import type { ChineseSet } from './chinese-set.ts';

export interface ChineseResult {
  readonly questionCount: number;
  readonly recallAt1: number;
  readonly recallAt3: number;
  readonly missed: readonly string[];
}

/** Each sentence is a conversation of its own, so that no neighbour helps. */
export async function runChinese({ sentences, questions }: ChineseSet): Promise<ChineseResult> {
  const memory = localMemory();
  const scope = { userId: 'reader' };
  for (const [index, content] of sentences.entries()) {
    // In the order in which it was said.
    await memory.add({
      scope,
      conversation: String(index),
      observedAt: '2026-03-01T00:00:00Z',
      messages: [{ role: 'user', content }],
    });
  }
  const ranks = await Promise.all(
    questions.map(async ([query, ...answers]) => {
      const found = await memory.search({ query, scope, topK: sentences.length });
      const rank = found.findIndex(({ text }) => answers.includes(sentences.indexOf(text)));
      return rank === -1 ? Number.POSITIVE_INFINITY : rank;
    }),
  );
  const share = (limit: number): number =>
    ranks.filter((rank) => rank < limit).length / questions.length;
  return {
    questionCount: questions.length,
    recallAt1: share(1),
    recallAt3: share(3),
    missed: questions.flatMap(([query], index) => ((ranks[index] ?? 0) < 3 ? [] : query)),
  };
}
