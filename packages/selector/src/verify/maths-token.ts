/** A piece of a calculation. */
export interface MathsToken {
  readonly type:
    | 'number'
    | 'operator'
    | 'equals'
    | 'open'
    | 'close'
    | 'word'
    /** A value that cannot be known: a variable, a time of day, digits that may mean several things. */
    | 'unknown'
    | 'stop';
  readonly value: number;
  /** What the last written digit of a number stands for: 0.01 of `3.25`. */
  readonly step: number;
  readonly text: string;
  /** It stands directly behind the token before. */
  readonly glued: boolean;
}

/** A token that holds no number. */
export function signToken(type: MathsToken['type'], text: string, glued = false): MathsToken {
  return { type, value: 0, step: 1, text, glued };
}

/** The multiplication that was written "of". */
export const OF = '* of';
