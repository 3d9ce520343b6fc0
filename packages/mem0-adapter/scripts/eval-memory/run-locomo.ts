import { localMemory, type Memory } from '../../src/index.ts';
import type { LocomoConversation, LocomoItem } from './locomo.ts';
import { scoreRanking, type RankedItem, type Scores } from './score-ranking.ts';

export type Pool = 'turns' | 'mixed';

export interface LocomoResult {
  readonly questionCount: number;
  readonly mean: Scores;
  readonly recallAt10ByCategory: Readonly<Record<string, number>>;
  readonly medianSearchMs: number;
}

interface Answered {
  readonly category: number;
  readonly scores: Scores;
  readonly searchMs: number;
}

/** Runs the keyless default over every question; each conversation is a scope of its own. */
export async function runLocomo(
  conversations: readonly LocomoConversation[],
  pool: Pool,
): Promise<LocomoResult> {
  const answered: Answered[] = [];
  for (const conversation of conversations) {
    // One after the other, so that the search times are those of a single caller.
    answered.push(...(await answerQuestions(conversation, pool)));
  }
  return summarise(answered);
}

async function answerQuestions(
  { id, sessions, questions }: LocomoConversation,
  pool: Pool,
): Promise<Answered[]> {
  const items = new Map<string, RankedItem>();
  const scope = { userId: id };
  let facts: readonly LocomoItem[] = [];
  const memory = localMemory({ extract: async () => facts });
  for (const session of sessions) {
    facts = pool === 'mixed' ? session.facts : [];
    // In the order in which it was said.
    const added = await memory.add({
      scope,
      conversation: session.name,
      observedAt: '2023-01-01T00:00:00Z',
      messages: session.turns.map(({ text }) => ({ role: 'user', content: text })),
    });
    remember(items, session.turns.concat(facts), added.type === 'stored' ? added.memories : []);
  }
  const answered: Answered[] = [];
  for (const { query, category, gold } of questions) {
    const startedAt = performance.now();
    const found = await memory.search({ query, scope, topK: items.size });
    const searchMs = performance.now() - startedAt;
    const ranking = found.flatMap((each) => items.get(each.id) ?? []);
    answered.push({ category, scores: scoreRanking({ ranking, gold }), searchMs });
  }
  return answered;
}

/** Memories come back in the order of the messages, then of the facts; a long one in several pieces. */
function remember(
  items: Map<string, RankedItem>,
  added: readonly LocomoItem[],
  memories: readonly Memory[],
): void {
  const byText = new Map(added.map((item) => [item.text.trim(), item]));
  for (const { id, text } of memories) {
    const item = byText.get(text);
    if (item === undefined) throw new Error(`No item of the data reads "${text.slice(0, 40)}…"`);
    if (!items.has(id)) items.set(id, item);
  }
}

function summarise(answered: readonly Answered[]): LocomoResult {
  const meanOf = (name: keyof Scores): number => mean(answered.map(({ scores }) => scores[name]));
  const categories = [...new Set(answered.map(({ category }) => category))];
  return {
    questionCount: answered.length,
    mean: {
      recallAt5: meanOf('recallAt5'),
      recallAt10: meanOf('recallAt10'),
      recallAt20: meanOf('recallAt20'),
      reciprocalRank: meanOf('reciprocalRank'),
      recallIn500: meanOf('recallIn500'),
      recallIn2000: meanOf('recallIn2000'),
    },
    recallAt10ByCategory: Object.fromEntries(
      categories.map((category) => [
        String(category),
        mean(
          answered
            .filter((each) => each.category === category)
            .map((each) => each.scores.recallAt10),
        ),
      ]),
    ),
    medianSearchMs: median(answered.map(({ searchMs }) => searchMs)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
