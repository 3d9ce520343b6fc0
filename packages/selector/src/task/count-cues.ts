import { CUES, type Cue, type Lexicon } from './cue.ts';
import { CHINESE } from './lexicon-zh.ts';
import { ENGLISH } from './lexicon-en.ts';

/** How often each cue occurs in a text. Absent means never. */
export type CueCounts = ReadonlyMap<Cue, number>;

const ENGLISH_CUES = indexLexicon(ENGLISH);
const CHINESE_CUES = indexLexicon(CHINESE);
const LONGEST_CHINESE_CUE = Math.max(...[...CHINESE_CUES.keys()].map((word) => word.length));

/** Runs of Latin letters (with inner hyphens and slashes) or of Han characters; linear on any input. */
const WORDS = /[A-Za-z][A-Za-z;/-]*|\p{Script=Han}+/gu;

/** Counts the cue words of all lexicons in one pass. Letters of either language may mix freely. */
export function countCues(text: string): CueCounts {
  const counts = new Map<Cue, number>();
  const note = (cue: Cue | undefined): void => {
    if (cue !== undefined) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  };
  for (const [word] of text.matchAll(WORDS)) {
    if (word.charCodeAt(0) < 128) note(ENGLISH_CUES.get(word.toLowerCase()));
    else cuesInHan(word, note);
  }
  return counts;
}

/** Longest match first, because Chinese has no spaces: after a match the scan goes on behind it. */
function cuesInHan(run: string, note: (cue: Cue | undefined) => void): void {
  for (let start = 0; start < run.length;) {
    const length = longestCueAt(run, start);
    if (length > 0) note(CHINESE_CUES.get(run.slice(start, start + length)));
    start += Math.max(1, length);
  }
}

function longestCueAt(run: string, start: number): number {
  for (let length = Math.min(LONGEST_CHINESE_CUE, run.length - start); length > 0; length -= 1) {
    if (CHINESE_CUES.has(run.slice(start, start + length))) return length;
  }
  return 0;
}

function indexLexicon(lexicon: Lexicon): ReadonlyMap<string, Cue> {
  return new Map(
    CUES.flatMap((cue) => lexicon[cue].split(' ').map((word) => [word, cue] as const)),
  );
}
