/**
 * What the local checks find. On gsm8k-train (right solutions) they must stay silent, and find a number that was changed; on
 * answers with outcomes, how well the score tells right from wrong, and what escalating the lowest scores gives.
 *
 *   node --conditions=@tierwise/source packages/selector/scripts/eval-verify.ts <folder of the routing data>
 *   node --conditions=@tierwise/source packages/selector/scripts/eval-verify.ts <file.jsonl of { prompt, answer, weak, strong }>
 */
import { readFileSync } from 'node:fs';
import { checkAnswer } from '../src/verify/check-answer.ts';
import { areaOf, qualityCurve, shareAtQuality } from './routing/quality-curve.ts';
import { readRows } from './routing/read-outcomes.ts';
import { seededRandom } from '../src/testing/seeded-random.ts';

/** The side that answers what is escalated. */
const STRONG = 'claude-3-5-sonnet-20241022';

interface AnsweredItem {
  readonly prompt: string;
  readonly answer: string;
  readonly weak: number;
  readonly strong: number;
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('usage: eval-verify.ts <folder of the routing data | file.jsonl>');
  process.exit(2);
}
if (path.endsWith('.jsonl')) escalate(path, readRows<AnsweredItem>(path));
else {
  falseAlarms(path);
  for (const [name, items] of answered(path)) escalate(name, items);
}

function falseAlarms(folder: string): void {
  const random = seededRandom(1);
  const rows = readRows<{ prompt: string; solution: string }>(`${folder}/gsm8k-train.jsonl`);
  let alarms = 0;
  let found = 0;
  let changed = 0;
  for (const { prompt, solution } of rows) {
    const text = solution.replaceAll(/<<[^>]*>>/g, '');
    if (saysWrong(prompt, text)) alarms += 1;
    const broken = withWrongResult(text, random);
    if (broken === undefined) continue;
    changed += 1;
    if (saysWrong(prompt, broken)) found += 1;
  }
  console.log(
    `gsm8k-train: false alarms of the arithmetic check on ${alarms} of ${rows.length} right solutions, found ${found} of ${changed} with one changed result`,
  );
}

function saysWrong(prompt: string, text: string): boolean {
  return check(prompt, text).findings.some((finding) => finding.check === 'arithmetic');
}

/** Changes one number behind an equals sign. */
function withWrongResult(text: string, random: () => number): string | undefined {
  const results = [...text.matchAll(/= ?\$?(\d+)(?![\d.,])/g)];
  const chosen = results[Math.floor(random() * results.length)];
  if (chosen?.[1] === undefined) return undefined;
  const end = chosen.index + chosen[0].length;
  const wrong = String(Number(chosen[1]) + 1 + Math.ceil(random() * 9));
  return text.slice(0, end - chosen[1].length) + wrong + text.slice(end);
}

/** The answers of the routing data, with one strong model's outcomes beside them. */
function answered(folder: string): [string, AnsweredItem[]][] {
  const items = new Map(
    readRows<{ id: string; task: string; prompt: string; outcomes: (number | null)[] }>(
      `${folder}/zeroeval.jsonl`,
    ).map((row) => [row.id, row]),
  );
  const models: Record<string, string[]> = JSON.parse(
    readFileSync(`${folder}/models.json`, 'utf8'),
  );
  const strongPlace = models['zeroeval']?.indexOf(STRONG) ?? -1;
  const groups = new Map<string, AnsweredItem[]>();
  for (const { id, model, outcome, answer } of readRows<{
    id: string;
    model: string;
    outcome: number;
    answer: string;
  }>(`${folder}/zeroeval-answers.jsonl`)) {
    const row = items.get(id);
    const strong = row?.outcomes[strongPlace];
    if (row === undefined || typeof strong !== 'number') continue;
    const group = groups.get(`${model} on ${row.task}`) ?? [];
    group.push({ prompt: row.prompt, answer, weak: outcome, strong });
    groups.set(`${model} on ${row.task}`, group);
  }
  return [...groups];
}

function escalate(name: string, items: readonly AnsweredItem[]): void {
  const started = performance.now();
  const scores = items.map((item) => -check(item.prompt, item.answer).score);
  const microseconds = ((performance.now() - started) * 1000) / items.length;
  const points = qualityCurve(items, scores);
  console.log(
    `${name}: ${items.length} answers, told right from wrong ${auc(items, scores).toFixed(3)}, APGR of escalation ${areaOf(points).toFixed(3)}, strong calls for 95 % of strong quality ${(shareAtQuality(points, 0.95) * 100).toFixed(0)} %, ${microseconds.toFixed(0)} µs a check`,
  );
}

/** The chance that a wrong answer has the higher alarm than a right one. */
function auc(items: readonly AnsweredItem[], alarms: readonly number[]): number {
  const right = alarms.filter((_, place) => items[place]!.weak >= 0.5);
  const wrong = alarms.filter((_, place) => items[place]!.weak < 0.5);
  let wins = 0;
  for (const one of wrong)
    for (const other of right) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return wins / (right.length * wrong.length);
}

function check(prompt: string, text: string): ReturnType<typeof checkAnswer> {
  return checkAnswer({ text, params: { prompt: [{ role: 'user', content: prompt }] } });
}
