import { stripVTControlCharacters, styleText } from 'node:util';
import { formatUsd } from '@tierwise/pricing';
import type { TierwiseAttempt, TierwiseMetadata } from 'tierwise';
import { moneyOf } from '../tour/summarise-visit.ts';
import type { Visit } from '../tour/take-stop.ts';
import { formatCount } from './format-count.ts';
import { formatSpent } from './format-money.ts';

const EXCERPT_CHARACTERS = 110;

/** The story of one call, as lines for a terminal. */
export function describeVisit(visit: Visit, number: number, mark: string): string[] {
  return [
    styleText('bold', `${number}. ${visit.stop.title}${mark}`),
    `   asked      ${excerpt(questionOf(visit))}`,
    ...visit.steps.flatMap((step, index) =>
      describeStep(step, visit.steps.length > 1 ? ` (step ${index + 1})` : ''),
    ),
    `   answer     ${excerpt(visit.text)}`,
    `   paid       ${describeMoney(visit)}${mark}`,
    '',
  ];
}

function describeStep({ decision, attempts }: TierwiseMetadata, step: string): string[] {
  const { task, tier, difficulty, language, signals, candidates } = decision;
  const reasons = signals
    .slice(0, 4)
    .map(({ name, amount }) => `${name} ${amount > 0 ? '+' : ''}${amount.toFixed(2)}`)
    .join(', ');
  return [
    `   decided    ${task} → ${styleText('cyan', tier)}${step}; difficulty ${difficulty.toFixed(2)} (${reasons}); ${language}; ${decision.decidedInMs.toFixed(1)} ms`,
    `   candidates ${candidates.map(({ modelId, estCostUsd }) => `${modelId} ≈ ${formatUsd(estCostUsd)}`).join('  ›  ')}`,
    `   because    ${candidates[0]?.reason ?? ''}`,
    ...attempts.map((attempt) => `   attempt    ${describeAttempt(attempt)}`),
  ];
}

function describeAttempt({
  modelId,
  outcome,
  failure,
  ttftMs,
  durationMs,
  cost,
}: TierwiseAttempt): string {
  const price = cost.usd === null ? 'cost unknown' : formatUsd(cost.usd);
  if (outcome === 'served') {
    return styleText(
      'green',
      `✓ ${modelId}: first content after ${ttftMs ?? durationMs} ms, done after ${durationMs} ms, ${price}`,
    );
  }
  const status = failure?.status === undefined ? '' : ` ${failure.status}`;
  return styleText(
    'red',
    `✗ ${modelId}: ${outcome}, ${failure?.class ?? 'no reason told'}${status} after ${durationMs} ms, ${price}`,
  );
}

function describeMoney(visit: Visit): string {
  const money = moneyOf(visit.steps);
  const { baselineUsd, savedPercent } = money;
  const tokens = `${formatCount(visit.inputTokens)} → ${formatCount(visit.outputTokens)} tokens`;
  const spent = formatSpent(money);
  if (baselineUsd === null) return `${spent} for ${tokens}`;
  return `${spent} for ${tokens}; ${formatUsd(baselineUsd)} on ${baselineIds(visit)}, ${savedPercent ?? 'unknown'} % saved`;
}

function baselineIds(visit: Visit): string {
  return [...new Set(visit.steps.flatMap(({ cost }) => cost.baseline?.modelId ?? []))].join(', ');
}

function questionOf({ stop: { prompt } }: Visit): string {
  if (typeof prompt === 'string') return prompt;
  return prompt.map((part) => (part.type === 'text' ? part.text : `[${part.mediaType}]`)).join(' ');
}

/** One printable line: a model's text may hold anything, control characters included. */
function excerpt(text: string): string {
  const line = stripVTControlCharacters(text)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length <= EXCERPT_CHARACTERS ? line : `${line.slice(0, EXCERPT_CHARACTERS)}…`;
}
