import { atStep } from './at-step.ts';
import { calculated } from './calculated.ts';
import { leaveOutStep } from './leave-out-step.ts';
import { readSolution, type Solution, writeSolution } from './solution.ts';

/** Mistakes of small models, as far as they can be made by rule. */
export const SLIPS = [
  'wrong result',
  'wrong digit',
  'dropped term',
  'wrong operation',
  'left-out step',
  'factor of 60',
  'cut off',
  'wrong copy',
] as const;

export type Slip = (typeof SLIPS)[number];

/**
 * Plants one mistake into a right solution. What follows from a wrong number is calculated anew, as a model would go on with it; only
 * the mistake itself can leave a trace. `undefined` where the solution has no place for this mistake.
 */
export function plantSlip(text: string, slip: Slip, random: () => number): string | undefined {
  const solution = readSolution(text);
  if (solution === undefined) return undefined;
  const broken = BY_SLIP[slip](solution, random);
  if (broken === undefined) return undefined;
  const written = writeSolution(broken);
  const isStillRight = slip !== 'cut off' && broken.announced === solution.announced;
  return isStillRight ? undefined : written;
}

type Breaker = (solution: Solution, random: () => number) => Solution | undefined;

const BY_SLIP: Readonly<Record<Slip, Breaker>> = {
  'wrong result': (solution, random) =>
    atStep(solution, random, ({ expression, result }) => ({
      expression,
      result: String(Number(result) + (random() < 0.5 ? 1 : -1) * (1 + Math.floor(random() * 9))),
    })),
  'wrong digit': (solution, random) =>
    atStep(solution, random, ({ expression, result }) => {
      const place = Math.floor(
        random() * Math.max(1, Math.floor(Math.log10(Number(result) || 1)) + 1),
      );
      return { expression, result: String(Number(result) + 10 ** place) };
    }),
  'dropped term': (solution, random) =>
    atStep(solution, random, ({ expression }) => {
      const shorter = expression.replace(/[+-][^+\-*/()]+$/, '');
      return shorter === expression ? undefined : calculated(shorter);
    }),
  'wrong operation': (solution, random) =>
    atStep(solution, random, ({ expression }) => {
      const other = expression.replace(/[+*/-](?=[^+*/-]+$)/, (sign) => SWAPPED[sign] ?? sign);
      return other === expression ? undefined : calculated(other);
    }),
  'left-out step': leaveOutStep,
  'factor of 60': (solution, random) =>
    atStep(solution, random, ({ expression, result }) => ({
      expression: `${expression}*60`,
      result: String(Number(result) * 60),
    })),
  'cut off': ({ pieces, announced: _gone }, random) => {
    const kept = pieces.slice(0, Math.max(1, Math.floor(pieces.length * (0.3 + 0.5 * random()))));
    return { pieces: kept, announced: '' };
  },
  'wrong copy': ({ pieces, announced }) => {
    const digits = announced.replaceAll(/\D/g, '');
    if (digits.length < 2) return undefined;
    return { pieces, announced: String(Number(`${digits.slice(1)}${digits[0]}`)) };
  },
};

const SWAPPED: Readonly<Record<string, string>> = { '+': '-', '-': '+', '*': '+', '/': '*' };
