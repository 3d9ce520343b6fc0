import { calculated } from './calculated.ts';
import type { Solution } from './solution.ts';

/** Writes changed numbers into everything behind a step, and calculates the steps there anew. */
export function carried(solution: Solution, from: number, changed: Map<string, string>): Solution {
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
