import { hashPair, hashWord } from '../text/hash.ts';

export interface VerdictCache<Verdict> {
  get(question: string): Verdict | undefined;
  set(question: string, verdict: Verdict): void;
}

/** Remembers verdicts by a 64-bit fingerprint of the question, so that no prompt is kept. The longest unused goes first. */
export function createVerdictCache<Verdict>(size: number): VerdictCache<Verdict> {
  const verdicts = new Map<string, Verdict>();
  return {
    get: (question) => {
      const key = fingerprint(question);
      const verdict = verdicts.get(key);
      if (verdict !== undefined) {
        verdicts.delete(key);
        verdicts.set(key, verdict);
      }
      return verdict;
    },
    set: (question, verdict) => {
      verdicts.set(fingerprint(question), verdict);
      const oldest = verdicts.keys().next();
      if (verdicts.size > size && oldest.done !== true) verdicts.delete(oldest.value);
    },
  };
}

function fingerprint(question: string): string {
  const middle = Math.floor(question.length / 2);
  const [front, back] = [question.slice(0, middle), question.slice(middle)].map(hashWord);
  return `${question.length}:${hashWord(question)}:${hashPair(back ?? 0, front ?? 0)}`;
}
