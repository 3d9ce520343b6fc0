import type { ChainCandidate } from './chain-candidate.ts';

/** The candidates a call has still to ask. Belongs to one call; the list it was made from never changes. */
export class CandidateQueue<C extends ChainCandidate> {
  readonly #plan: readonly C[];
  #waiting: readonly C[];
  #next = 0;
  #inserted: Set<string> | undefined;

  constructor(candidates: readonly C[]) {
    this.#plan = candidates;
    this.#waiting = candidates;
  }

  /** Candidates not asked yet, in order. */
  get waiting(): readonly C[] {
    return this.#waiting.slice(this.#next);
  }

  take(): C | undefined {
    const candidate = this.#waiting[this.#next];
    if (candidate !== undefined) this.#next += 1;
    return candidate;
  }

  /** Returns a candidate that was taken but not asked. */
  putBack(candidate: C): void {
    this.#replace([candidate, ...this.waiting]);
  }

  /** Removes the candidates that match and returns them. */
  ruleOut(matches: (candidate: C) => boolean): C[] {
    const removed = this.waiting.filter(matches);
    if (removed.length > 0) this.#replace(this.waiting.filter((candidate) => !matches(candidate)));
    return removed;
  }

  /** Puts a successor first. A candidate this call already knows is not inserted again, so no chain is endless. */
  insertFirst(candidate: C): boolean {
    this.#inserted ??= new Set(this.#plan.map(({ id }) => id));
    if (this.#inserted.has(candidate.id)) return false;
    this.#inserted.add(candidate.id);
    this.putBack(candidate);
    return true;
  }

  /** Moves one waiting candidate to the front. */
  bringForward(candidate: C): void {
    this.#replace([candidate, ...this.waiting.filter((other) => other !== candidate)]);
  }

  #replace(waiting: readonly C[]): void {
    this.#waiting = waiting;
    this.#next = 0;
  }
}
