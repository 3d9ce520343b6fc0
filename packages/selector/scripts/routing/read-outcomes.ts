import { readFileSync } from 'node:fs';
import type { OutcomeItem } from './outcome-item.ts';

interface Collection {
  readonly name: string;
  readonly weak: readonly string[];
  readonly strong: readonly string[];
}

interface Row {
  readonly task: string;
  readonly prompt: string;
  readonly outcomes: readonly (number | null)[];
}

/** The sides of both collections, as the data's own reference figures form them. */
const COLLECTIONS: readonly Collection[] = [
  {
    name: 'llmrouter',
    weak: [
      'qwen2.5-7b-instruct',
      'gemma-2-9b-it',
      'llama-3.1-8b-instruct',
      'mistral-7b-instruct-v0.3',
    ],
    strong: ['llama-3.1-nemotron-51b-instruct', 'llama-3.3-nemotron-super-49b-v1'],
  },
  {
    name: 'zeroeval',
    weak: [
      'Meta-Llama-3-8B-Instruct',
      'Qwen2-7B-Instruct',
      'gemma-2-9b-it',
      'Phi-3.5-mini-instruct',
    ],
    strong: [
      'claude-3-5-sonnet-20241022',
      'gpt-4o-2024-08-06',
      'Qwen2.5-72B-Instruct',
      'gemini-1.5-pro-exp-0827',
    ],
  },
];

/** Data sets that share a source or a form; every other is a family of its own. */
const FAMILIES: Readonly<Record<string, string>> = {
  math: 'competition-maths',
  'math-l5': 'competition-maths',
  mbpp: 'python',
  human_eval: 'python',
  crux: 'python',
};

/** Reads both collections of outcomes from the routing data's folder. */
export function readOutcomes(folder: string): OutcomeItem[] {
  const models: Record<string, string[]> = JSON.parse(
    readFileSync(`${folder}/models.json`, 'utf8'),
  );
  return COLLECTIONS.flatMap((collection) =>
    readRows<Row>(`${folder}/${collection.name}.jsonl`).flatMap((row) =>
      itemOf(row, collection, models[collection.name] ?? []),
    ),
  );
}

/** Reads a file of one JSON object a line. */
export function readRows<Type>(path: string): Type[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): Type => JSON.parse(line));
}

function itemOf(row: Row, { name, weak, strong }: Collection, models: string[]): OutcomeItem[] {
  const sides = [weak, strong].map((side) => meanOf(row, side, models));
  const [weakMean, strongMean] = sides;
  if (weakMean === undefined || strongMean === undefined) return [];
  const known = row.outcomes.filter((outcome) => outcome !== null);
  const solved = (known.reduce((sum, outcome) => sum + outcome, 0) + 1) / (known.length + 2);
  return [
    {
      collection: name,
      task: row.task,
      family: FAMILIES[row.task] ?? row.task,
      prompt: row.prompt,
      weak: weakMean,
      strong: strongMean,
      hardness: -Math.log(solved / (1 - solved)),
    },
  ];
}

function meanOf(row: Row, side: readonly string[], models: string[]): number | undefined {
  const outcomes = side
    .map((model) => row.outcomes[models.indexOf(model)])
    .filter((outcome) => typeof outcome === 'number');
  if (outcomes.length === 0) return undefined;
  return outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length;
}
