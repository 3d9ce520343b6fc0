/** What a word in a question hints at. Tasks are decided by some of them, difficulty by all. */
export const CUES = [
  'code',
  'constraint',
  'deep',
  'design',
  'extract',
  'factual',
  'greeting',
  'maths',
  'reasoning',
  'short-answer',
  'step',
  'summarise',
  'translate',
  'write',
] as const;

export type Cue = (typeof CUES)[number];

/** Words of one language, by what they hint at. */
export type Lexicon = { readonly [Name in Cue]: string };
