/** What a word in a question hints at. Tasks are decided by some of them, difficulty by nearly all. */
export const CUES = [
  'agent',
  'code',
  'constraint',
  'deep',
  'design',
  'extract',
  'factual',
  'function-word',
  'greeting',
  'law',
  'long-answer',
  'maths',
  'negation',
  'rate',
  'reasoning',
  'science',
  'short-answer',
  'step',
  'summarise',
  'translate',
  'write',
] as const;

export type Cue = (typeof CUES)[number];

/** Words of one language by what they hint at, separated by spaces; `_` joins the two words of a pair. */
export type Lexicon = { readonly [Name in Cue]?: string };

/** How often each cue occurs, in the order of {@link CUES}. */
export type CueCounts = Readonly<Uint16Array>;

/** How often one cue occurs. */
export function cueCount(counts: CueCounts, cue: Cue): number {
  return counts[PLACES.get(cue) ?? -1] ?? 0;
}

/** The place of a cue in {@link CueCounts}. */
export function cuePlace(cue: Cue): number {
  return CUES.indexOf(cue);
}

const PLACES: ReadonlyMap<Cue, number> = new Map(CUES.map((cue, place) => [cue, place]));
