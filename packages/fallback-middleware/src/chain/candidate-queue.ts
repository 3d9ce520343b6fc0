import type { ChainCandidate } from './chain-candidate.ts';

/** The candidates a call has still to ask. Belongs to one call; the list it was made from never changes. */
export class CandidateQueue<C extends ChainCandidate> {
  #waiting: C[];
  readonly #known: Set<string>;

  constructor(candidates: readonly C[]) {
    this.#waiting = [...candidates];
    this.#known = new Set(candidates.map((candidate) => candidate.id));
  }

  /** Candidates not asked yet, in order. */
  get waiting(): readonly C[] {
    return this.#waiting;
  }

  /** Returns a candidate that was taken but not asked. */
  putBack(candidate: C): void {
    this.#waiting.unshift(candidate);
  }

  take(): C | undefined {
    return this.#waiting.shift();
  }

  /** Removes the candidates that match and returns them. */
  ruleOut(matches: (candidate: C) => boolean): C[] {
    const removed = this.#waiting.filter(matches);
    if (removed.length > 0)
      this.#waiting = this.#waiting.filter((candidate) => !matches(candidate));
    return removed;
  }

  /** Puts a successor first. A candidate this call already knows is not inserted again, so no chain is endless. */
  insertFirst(candidate: C): boolean {
    if (this.#known.has(candidate.id)) return false;
    this.#known.add(candidate.id);
    this.#waiting.unshift(candidate);
    return true;
  }

  /** Moves one waiting candidate to the front. */
  bringForward(candidate: C): void {
    this.#waiting = [candidate, ...this.#waiting.filter((other) => other !== candidate)];
  }
}
