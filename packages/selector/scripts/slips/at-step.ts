import { carried } from './carried.ts';
import { type Solution, type Step, stepPlaces } from './solution.ts';

/** Breaks one step and carries its wrong result through the rest. */
export function atStep(
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
