import type { CallLike } from '../../src/requirements/call.ts';
import { CHINESE_SENTENCES, ENGLISH_SENTENCES } from './sentences.ts';

type Random = () => number;

/** A kind of call that is measured by itself. */
export interface BenchKind {
  readonly name: string;
  readonly calls: readonly CallLike[];
}

const TOOLS = ['searchFiles', 'readFile', 'runTests'].map((name) => ({
  type: 'function',
  name,
  description: `Use ${name} to find out what the repository says before you change anything in it.`,
  inputSchema: {
    type: 'object',
    properties: { path: { type: 'string' }, limit: { type: 'number' } },
  },
}));

/** Calls of several kinds, no two alike. */
export function makeCalls(random: Random, count: number): readonly BenchKind[] {
  const many = (make: (place: number) => CallLike): CallLike[] =>
    Array.from({ length: count }, (_, place) => make(place));
  const english = (characters: number): string =>
    textOf(ENGLISH_SENTENCES, ' ', characters, random);
  const chinese = (characters: number): string => textOf(CHINESE_SENTENCES, '', characters, random);
  return [
    {
      name: '2 kB English',
      calls: many((place) => varied(english(2_000), place)),
    },
    {
      name: '2 kB Chinese (667 characters)',
      calls: many((place) => varied(chinese(667), place)),
    },
    { name: '2,000 characters of Chinese', calls: many((place) => varied(chinese(2_000), place)) },
    {
      name: '2 kB English, a little Chinese',
      calls: many((place) => varied(`${english(1_700)}\n${chinese(100)}`, place)),
    },
    { name: 'step 3 of a tool loop, 6 kB', calls: many(() => toolLoop(english, random)) },
    {
      name: '100 kB English',
      calls: many((place) => varied(english(100_000), place)).slice(0, count / 10),
    },
  ];
}

/** Requirements differ from call to call, as they do in traffic. */
function varied(text: string, place: number): CallLike {
  return {
    prompt: [{ role: 'user', content: [{ type: 'text', text }] }],
    ...(place % 4 === 1 ? { tools: TOOLS } : {}),
    ...(place % 5 === 2 ? { responseFormat: { type: 'json', schema: { type: 'object' } } } : {}),
    ...(place % 7 === 3 ? { reasoning: 'high' } : {}),
    ...(place % 3 === 0 ? { maxOutputTokens: 400 } : {}),
  };
}

function toolLoop(english: (characters: number) => string, random: Random): CallLike {
  const steps = [0, 1].flatMap(() => [
    {
      role: 'assistant',
      content: [{ type: 'tool-call', input: { path: `src/${Math.floor(random() * 999)}.ts` } }],
    },
    {
      role: 'tool',
      content: [{ type: 'tool-result', output: { type: 'text', value: english(2_000) } }],
    },
  ]);
  return {
    tools: TOOLS,
    prompt: [
      { role: 'system', content: english(1_500) },
      { role: 'user', content: [{ type: 'text', text: english(500) }] },
      ...steps,
    ],
  };
}

function textOf(
  sentences: readonly string[],
  space: string,
  characters: number,
  random: Random,
): string {
  let text = '';
  while (text.length < characters) {
    const sentence = sentences[Math.floor(random() * sentences.length)]!;
    text += sentence.replace('#', String(Math.floor(random() * 500)));
    text += random() < 0.12 ? '\n\n' : space;
  }
  // Through JSON, as prompts arrive: a string of slices is read more slowly than any real one.
  return JSON.parse(JSON.stringify(text.slice(0, characters)));
}
