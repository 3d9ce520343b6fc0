/**
 * Chooses how much a turn gains by its neighbours and its conversation, on LoCoMo (the first argument is its
 * folder): on all conversations, and on all but one, measured on that one. Sum of recall@10 and of recall in
 * 2,000 tokens, of turns alone.
 */
import {
  locomoAbsent,
  locomoDirectory,
  readLocomo,
  type LocomoConversation,
} from './eval-memory/locomo.ts';
import { scoreRanking } from './eval-memory/score-ranking.ts';
import { createConversationIndex } from '../src/local/conversation-index.ts';
import { countTerms, createLexicalIndex } from '../src/local/lexical-index.ts';
import { rankRecords, type ContextWeights } from '../src/local/rank-records.ts';
import { tokenize } from '../src/local/tokenize.ts';

interface Measured {
  readonly questionCount: number;
  readonly recallAt10: number;
  readonly recallIn2000: number;
}

/** A measure for one conversation, with everything prepared that the weights do not change. */
function prepare({ id, sessions, questions }: LocomoConversation) {
  const items = sessions.flatMap(({ name, turns }) => turns.map((turn) => ({ ...turn, name })));
  const records = items.map(({ text, name }, at) => ({
    id: String(at),
    kind: 'turn' as const,
    text,
    scope: { userId: id },
    conversation: name,
    createdAt: '2023-01-01T00:00:00Z',
  }));
  const texts = items.map(({ text }) => countTerms(tokenize(text)));
  const index = createLexicalIndex({ texts });
  const groups = items.map(({ name }) => name);
  const conversations = createConversationIndex({ texts, groups });
  const asked = questions.map(({ query, gold }) => ({ terms: tokenize(query), gold }));
  return (weights: ContextWeights): Measured => {
    const scores = asked.map(({ terms, gold }) => {
      const ranked = rankRecords({ records, index, terms, conversations, weights });
      const ranking = ranked.flatMap(({ record }) => items[Number(record.id)] ?? []);
      return scoreRanking({ ranking, gold });
    });
    const mean = (name: 'recallAt10' | 'recallIn2000'): number =>
      scores.reduce((sum, each) => sum + each[name], 0) / scores.length;
    return {
      questionCount: scores.length,
      recallAt10: mean('recallAt10'),
      recallIn2000: mean('recallIn2000'),
    };
  };
}

function together(measured: readonly Measured[]): Measured {
  const questionCount = measured.reduce((sum, each) => sum + each.questionCount, 0);
  const mean = (name: 'recallAt10' | 'recallIn2000'): number =>
    measured.reduce((sum, each) => sum + each[name] * each.questionCount, 0) / questionCount;
  return { questionCount, recallAt10: mean('recallAt10'), recallIn2000: mean('recallIn2000') };
}

const grid: readonly ContextWeights[] = [
  [0],
  [0.4],
  [0.2, 0.2],
  [0.3, 0.2],
  [0.3, 0.3],
  [0.4, 0.3],
  [0.3, 0.2, 0.1],
].flatMap((neighbours) => [0, 0.2, 0.4, 0.6].map((conversation) => ({ neighbours, conversation })));
const directory = locomoDirectory(process.argv[2]);
if (directory === undefined) {
  console.log(locomoAbsent);
} else {
  const measures = readLocomo(directory).map(prepare);
  const table = grid.map((weights) => ({
    weights,
    measured: measures.map((measure) => measure(weights)),
  }));
  const best = (without: number) =>
    table.reduce((one, other) => (worth(other, without) > worth(one, without) ? other : one));
  console.table(table.map(({ weights, measured }) => rowOf(weights, together(measured))));
  const heldOut = measures.map((_, at) => {
    const { weights, measured } = best(at);
    return { weights, measured: measured.slice(at, at + 1) };
  });
  console.log('Chosen on all but one conversation, measured on that one:');
  console.table(heldOut.map(({ weights, measured }) => rowOf(weights, together(measured))));
  console.log('Together:', scoresOf(together(heldOut.flatMap(({ measured }) => measured))));
}

function worth({ measured }: { readonly measured: readonly Measured[] }, without: number): number {
  const { recallAt10, recallIn2000 } = together(measured.filter((_, at) => at !== without));
  return recallAt10 + recallIn2000;
}

function rowOf({ neighbours, conversation }: ContextWeights, measured: Measured) {
  return { neighbours: neighbours.join(', '), conversation, ...scoresOf(measured) };
}

function scoresOf({ recallAt10, recallIn2000 }: Measured) {
  return {
    'recall@10': Math.round(recallAt10 * 1000) / 1000,
    'recall in 2,000': Math.round(recallIn2000 * 1000) / 1000,
  };
}
