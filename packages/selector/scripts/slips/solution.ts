/** One calculation of a worked solution: what is written, and what it comes to. */
export interface Step {
  readonly expression: string;
  readonly result: string;
}

/** A worked solution in pieces: prose, steps between it, and the announced result. */
export interface Solution {
  readonly pieces: readonly (string | Step)[];
  readonly announced: string;
}

const ANNOUNCEMENT = '\n#### ';

/** Takes a solution of gsm8k apart by its calculator notes (`<<12/60=0.2>>`). `undefined` where it has none. */
export function readSolution(text: string): Solution | undefined {
  const [working, announced] = text.split(ANNOUNCEMENT);
  if (working === undefined || announced === undefined || !working.includes('<<')) return undefined;
  const pieces = working.split(/<<([^>]*)>>/).map((piece, place) => {
    if (place % 2 === 0) return piece;
    const cut = piece.lastIndexOf('=');
    return { expression: piece.slice(0, cut), result: piece.slice(cut + 1) };
  });
  return { pieces, announced: announced.trim() };
}

/** The solution as a model would write it, without the notes; a cut one announces nothing. */
export function writeSolution({ pieces, announced }: Solution): string {
  const prose = pieces.filter((piece) => typeof piece === 'string');
  return `${prose.join('')}${announced === '' ? '' : `${ANNOUNCEMENT}${announced}`}`;
}

/** Where the steps of a solution stand among its pieces. */
export function stepPlaces({ pieces }: Solution): number[] {
  return [...pieces.keys()].filter((place) => typeof pieces[place] !== 'string');
}
