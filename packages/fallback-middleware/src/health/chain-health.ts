import type { GateRefusal } from '../chain/candidate-gate.ts';
import type { ChainCandidate } from '../chain/chain-candidate.ts';
import type { AttemptRecord } from '../report/attempt-record.ts';
import type { HealthOptions } from './health-options.ts';
import type { Admission, HealthEvent } from './health-store.ts';

/** One call's dealings with the health store: asks before an attempt, reports after it, keeps the leases between. */
export class ChainHealth {
  readonly #options: HealthOptions;
  readonly #leases = new Map<string, string>();

  constructor(options: HealthOptions) {
    this.#options = options;
  }

  /** A gate: open breakers are skipped. `force` asks for a probe although the breaker is open. */
  async admit(candidate: ChainCandidate, force = false): Promise<GateRefusal | undefined> {
    const admission = await this.#ask(candidate, force);
    if (admission.type === 'probe') this.#leases.set(candidate.id, admission.leaseId);
    if (admission.type !== 'open') return undefined;
    return {
      skip: `its breaker is open (${admission.openedBy}) for another ${Math.ceil(admission.retryInMs)} ms`,
      lastResort: this.#options.whenAllOpen !== 'fail',
    };
  }

  /** Tells the store how an attempt ended. Does not wait: health must not slow an answer down. */
  report(record: AttemptRecord): void {
    const { candidate } = record;
    const leaseId = this.#leases.get(candidate.id);
    this.#leases.delete(candidate.id);
    const event: HealthEvent = {
      key: this.#keyOf(candidate),
      ...outcomeOf(record),
      ...(leaseId === undefined ? {} : { leaseId }),
    };
    void this.#tell(event);
  }

  async #ask(candidate: ChainCandidate, force: boolean): Promise<Admission> {
    try {
      return await this.#options.store.admit({ key: this.#keyOf(candidate), force });
    } catch {
      // Health fails open: a broken store must not lose a call.
      return { type: 'closed' };
    }
  }

  async #tell(event: HealthEvent): Promise<void> {
    try {
      await this.#options.store.report(event);
    } catch {
      // As above; the next report may get through.
    }
  }

  #keyOf(candidate: ChainCandidate): string {
    return this.#options.keyOf?.(candidate) ?? candidate.id;
  }
}

function outcomeOf(record: AttemptRecord): Omit<HealthEvent, 'key' | 'leaseId'> {
  const { failure, outcome } = record;
  if (outcome === 'abandoned' || failure?.class === 'aborted') return { outcome: 'released' };
  if (outcome === 'served') return { outcome: 'success', latencyMs: latencyOf(record) };
  return {
    outcome: 'failure',
    ...(failure === undefined ? {} : { class: failure.class }),
    ...(failure?.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
  };
}

function latencyOf(record: AttemptRecord): number {
  return (
    record.ttftMs ??
    (record.endedMonotonicMs ?? record.startedMonotonicMs) - record.startedMonotonicMs
  );
}
