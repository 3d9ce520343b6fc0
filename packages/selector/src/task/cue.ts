/** What a word in a question hints at. Tasks are decided by the first ones, difficulty by all of them. */
export type Cue =
  | 'code'
  | 'constraint'
  | 'deep'
  | 'design'
  | 'extract'
  | 'factual'
  | 'greeting'
  | 'maths'
  | 'reasoning'
  | 'short-answer'
  | 'step'
  | 'summarise'
  | 'translate'
  | 'write';

/** Words of one language, by what they hint at. */
export type Lexicon = { readonly [Name in Cue]: string };
