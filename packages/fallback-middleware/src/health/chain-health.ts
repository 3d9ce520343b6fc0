import type { GateRefusal } from '../chain/candidate-gate.ts';
import type { Clock } from '../clock/clock.ts';
import type { ChainCandidate } from '../chain/chain-candidate.ts';
import type { AttemptRecord } from '../report/attempt-record.ts';
import { askStore } from './ask-store.ts';
import { healthKeyOf } from './health-key.ts';
import type { HealthOptions } from './health-options.ts';
import type { Admission, HealthEvent } from './health-store.ts';

/** One call's dealings with the health store: asks before an attempt, reports after it, keeps the leases between. */
export class ChainHealth {
  readonly #options: HealthOptions;
  readonly #clock: Clock;
  readonly #leases = new Map<string, string>();

  constructor(options: HealthOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
  }

  /** A gate: open breakers are skipped. `force` asks for a probe although the breaker is open, where the options allow it. */
  async admit(candidate: ChainCandidate, force = false): Promise<GateRefusal | undefined> {
    const { store, whenAllOpen } = this.#options;
    const request = {
      key: healthKeyOf(this.#options, candidate),
      force: force && whenAllOpen !== 'fail',
    };
    const admission = await askStore<Admission>(
      this.#options,
      this.#clock,
      () => store.admit(request),
      { type: 'closed' },
      (late) => {
        if (late?.type === 'probe') this.#giveBack(candidate, late.leaseId);
      },
    );
    if (admission.type === 'probe') this.#leases.set(candidate.id, admission.leaseId);
    if (admission.type !== 'open') return undefined;
    return {
      skip: `its breaker is open (${admission.openedBy}) for another ${Math.ceil(admission.retryInMs)} ms`,
      lastResort: whenAllOpen !== 'fail',
    };
  }

  /** Gives the lease of a candidate back that is not asked after all. */
  release(candidate: ChainCandidate): void {
    const leaseId = this.#leases.get(candidate.id);
    if (leaseId === undefined) return;
    this.#leases.delete(candidate.id);
    this.#giveBack(candidate, leaseId);
  }

  #giveBack(candidate: ChainCandidate, leaseId: string): void {
    void this.#tell({ key: healthKeyOf(this.#options, candidate), outcome: 'released', leaseId });
  }

  /** Tells the store how an attempt ended. Does not wait: health must not slow an answer down. */
  report(record: AttemptRecord): void {
    const { candidate } = record;
    const leaseId = this.#leases.get(candidate.id);
    this.#leases.delete(candidate.id);
    const event: HealthEvent = {
      key: healthKeyOf(this.#options, candidate),
      ...outcomeOf(record),
      ...(leaseId === undefined ? {} : { leaseId }),
    };
    void this.#tell(event);
  }

  async #tell(event: HealthEvent): Promise<void> {
    try {
      await this.#options.store.report(event);
    } catch {
      // The next report may get through.
    }
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
