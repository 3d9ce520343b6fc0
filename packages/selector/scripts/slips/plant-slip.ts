import { equationsIn } from '../../src/verify/equations.ts';
import { readSolution, type Solution, type Step, writeSolution } from './solution.ts';

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

/** A step by its expression, with the right result of it. */
function calculated(expression: string): Step | undefined {
  const [equation] = equationsIn(`${expression} = 0`);
  return equation === undefined || equation.left <= 0
    ? undefined
    : { expression, result: String(Number(equation.left.toFixed(4))) };
}

/** Breaks one step and carries its wrong result through the rest. */
function atStep(
  solution: Solution,
  random: () => number,
  breakStep: (step: Step) => Step | undefined,
): Solution | undefined {
  const places = stepPlaces(solution);
  const place = places[Math.floor(random() * places.length)];
  const step = place === undefined ? undefined : solution.pieces[place];
  if (place === undefined || step === undefined || typeof step === 'string') return undefined;
  const broken = breakStep(step);
  if (broken === undefined || Number(broken.result) < 0) return undefined;
  const before = solution.pieces.slice(0, place);
  const lead = before.at(-1);
  if (typeof lead !== 'string') return undefined;
  // The expression in front of the note is what a reader sees.
  const shown = rewriteEnd(lead, step.expression, broken.expression);
  return carried(
    {
      ...solution,
      pieces: [...before.slice(0, -1), shown, broken, ...solution.pieces.slice(place + 1)],
    },
    place,
    new Map([[step.result, broken.result]]),
  );
}

/** Replaces an expression as it is written before its note: with spaces, units left out. */
function rewriteEnd(lead: string, expression: string, replacement: string): string {
  if (expression === replacement) return lead;
  const cut = Math.max(...['\n', '.', ';', ':'].map((sign) => lead.lastIndexOf(sign))) + 1;
  return `${lead.slice(0, cut)} That is ${spaced(replacement)} = `;
}

function spaced(expression: string): string {
  return expression.replaceAll(/([+*/-])/g, ' $1 ');
}

/** Writes changed numbers into everything behind a step, and calculates the steps there anew. */
function carried(solution: Solution, from: number, changed: Map<string, string>): Solution {
  const pieces = solution.pieces.map((piece, place) => {
    if (place <= from) return piece;
    if (typeof piece === 'string') return replaced(piece, changed);
    const expression = replaced(piece.expression, changed);
    const step = expression === piece.expression ? piece : calculated(expression);
    if (step === undefined) return piece;
    if (step.result !== piece.result) changed.set(piece.result, step.result);
    return step;
  });
  return { pieces, announced: replaced(solution.announced, changed) };
}

function replaced(text: string, changed: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\d+(?:\.\d+)?/g, (number) => changed.get(number) ?? number);
}

function leaveOutStep(solution: Solution, random: () => number): Solution | undefined {
  const places = stepPlaces(solution).slice(0, -1);
  const place = places[Math.floor(random() * places.length)];
  if (place === undefined) return undefined;
  const step = solution.pieces[place];
  if (step === undefined || typeof step === 'string') return undefined;
  const [first] = step.expression.match(/\d+(?:\.\d+)?/) ?? [];
  if (first === undefined) return undefined;
  // The step's sentence goes with it; what followed goes on with the number that it started from.
  const rest = solution.pieces[place + 1];
  const behind = typeof rest === 'string' ? rest.replace(/^[^\n]*\n?/, '') : '';
  const pieces = solution.pieces.flatMap((piece, other) =>
    other === place || other === place - 1 ? [] : [other === place + 1 ? behind : piece],
  );
  return carried({ ...solution, pieces }, place - 2, new Map([[step.result, first]]));
}

function stepPlaces({ pieces }: Solution): number[] {
  return [...pieces.keys()].filter((place) => typeof pieces[place] !== 'string');
}
