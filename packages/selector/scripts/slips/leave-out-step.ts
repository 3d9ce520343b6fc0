import { carried } from './carried.ts';
import { type Solution, stepPlaces } from './solution.ts';

/** Takes one step out, sentence and all. */
export function leaveOutStep(solution: Solution, random: () => number): Solution | undefined {
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
