import type { ModelMessage } from 'ai';
import { type Draws, drawsOf } from './draws.ts';
import { PROMPTS, type ReplayKind, type ReplayLanguage } from './prompts.ts';
import type { ReplayCall } from './replay-call.ts';

export const DAY_MS: number = 24 * 3_600_000;

interface Kind {
  readonly kind: ReplayKind;
  /** Part of the month's requests. */
  readonly share: number;
  /** Log of the hidden hardness of its middle wording. */
  readonly logHardness: number;
  /** Median characters of what is pasted behind the request. */
  readonly pasted: number;
}

/**
 * Made up: an assistant for a company with three languages; no traffic of anybody was looked at. The level of hardness is set so
 * that the ablest model is right about 97 times of 100.
 */
const KINDS: readonly Kind[] = [
  { kind: 'chat', share: 0.24, logHardness: -3.2, pasted: 0 },
  { kind: 'factual', share: 0.13, logHardness: -2.2, pasted: 0 },
  { kind: 'extraction', share: 0.13, logHardness: -2.6, pasted: 5_000 },
  { kind: 'summarise', share: 0.1, logHardness: -2.6, pasted: 16_000 },
  { kind: 'translate', share: 0.07, logHardness: -2.8, pasted: 1_500 },
  { kind: 'write', share: 0.09, logHardness: -2.2, pasted: 0 },
  { kind: 'code', share: 0.12, logHardness: -1.4, pasted: 9_000 },
  { kind: 'agent', share: 0.04, logHardness: -1.6, pasted: 0 },
  { kind: 'maths', share: 0.04, logHardness: -1.3, pasted: 0 },
  { kind: 'reasoning', share: 0.04, logHardness: -1.0, pasted: 600 },
];

const LANGUAGES: readonly ReplayLanguage[] = ['en', 'en', 'zh-Hant', 'zh-Hant', 'zh-Hans'];

/** How much each wording adds to the log of the hardness, and how often it is used. */
const LEVELS = [
  { level: 0, share: 0.5, log: -1.1 },
  { level: 1, share: 0.35, log: 0 },
  { level: 2, share: 0.15, log: 1.2 },
] as const;

/** What the wording does not tell. */
const HIDDEN_DEVIATION = 0.8;

/** Half of the requests come in bursts of up to this many within a minute. */
const LONGEST_BURST = 12;

/** Makes the requests of one day, in the order of their time. The same day is the same every time. */
export function trafficOf(day: number, startMs: number, requests: number): ReplayCall[] {
  const draws = drawsOf(`traffic of day ${day}`);
  const calls: ReplayCall[] = [];
  let made = 0;
  while (made < requests) {
    const atMs = startMs + workingHour(draws);
    const burst = draws.uniform() < 0.1 ? 2 + Math.floor(draws.uniform() * LONGEST_BURST) : 1;
    for (let place = 0; place < burst && made < requests; place += 1) {
      calls.push(...requestOf(`${day}.${made}`, atMs + place * 3_000, draws));
      made += 1;
    }
  }
  return calls.toSorted((one, other) => one.atMs - other.atMs);
}

/** Milliseconds into the day; most of the work is done between eight and twenty o'clock. */
function workingHour(draws: Draws): number {
  const hours = 14 + 3 * draws.normal();
  return Math.min(DAY_MS - 600_000, Math.max(0, Math.floor(hours * 3_600_000)));
}

function requestOf(id: string, atMs: number, draws: Draws): ReplayCall[] {
  const { kind, logHardness, pasted } = byShare(KINDS, draws);
  const { level, log } = byShare(LEVELS, draws);
  const language = draws.pick(LANGUAGES);
  const number = String(3 + Math.floor(draws.uniform() * 90));
  const request = PROMPTS[kind][language][level].replace('#', number);
  const hardness = Math.exp(logHardness + log + HIDDEN_DEVIATION * draws.normal());
  const text = `${request}${pastedText(pasted, language, draws)}`;
  const common = { kind, language, hardness };
  if (kind === 'agent') return agentRun(id, atMs, text, common, draws);
  return [{ ...common, id, atMs, run: null, messages: [{ role: 'user', content: text }] }];
}

const PASTED: Readonly<Record<ReplayLanguage, string>> = {
  en: 'The parties met on day # and agreed on what had been sent before. ',
  'zh-Hant': '雙方於第 # 天會面，並同意先前寄出的內容。',
  'zh-Hans': '双方于第 # 天会面，并同意先前寄出的内容。',
};

function pastedText(median: number, language: ReplayLanguage, draws: Draws): string {
  if (median === 0) return '';
  // A Chinese character says about as much as three of an alphabet.
  const length = (median * Math.exp(0.6 * draws.normal())) / (language === 'en' ? 1 : 3);
  const sentence = PASTED[language];
  const sentences = Array.from({ length: Math.ceil(length / sentence.length) }, (_, place) =>
    sentence.replace('#', String(place)),
  );
  return `\n\n${sentences.join('')}`;
}

/** A run of three to eight steps: each sees the tools' results so far, so its prompt grows. */
function agentRun(
  id: string,
  atMs: number,
  text: string,
  common: Pick<ReplayCall, 'kind' | 'language' | 'hardness'>,
  draws: Draws,
): ReplayCall[] {
  const messages: ModelMessage[] = [
    {
      role: 'system',
      content: 'You work through tasks with tools, one step at a time. '.repeat(80),
    },
    { role: 'user', content: text },
  ];
  return Array.from({ length: 3 + Math.floor(draws.uniform() * 6) }, (_, step) => {
    const call = {
      ...common,
      id: `${id}.${step}`,
      atMs: atMs + step * 8_000,
      run: id,
      messages: [...messages],
      hardness: common.hardness * Math.exp(0.3 * draws.normal()),
    };
    messages.push(...toolRound(`${id}-${step}`, pastedText(2_500, common.language, draws)));
    return call;
  });
}

function toolRound(toolCallId: string, result: string): ModelMessage[] {
  const names = { toolCallId, toolName: 'search' };
  return [
    {
      role: 'assistant',
      content: [{ type: 'tool-call', ...names, input: { query: `step ${toolCallId}` } }],
    },
    {
      role: 'tool',
      content: [{ type: 'tool-result', ...names, output: { type: 'text', value: result } }],
    },
  ];
}

function byShare<Item extends { readonly share: number }>(
  items: readonly Item[],
  draws: Draws,
): Item {
  let left = draws.uniform();
  const found = items.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  return found ?? items[0]!;
}
