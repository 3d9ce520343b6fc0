import type { Clock } from '../time/clock.ts';
import type { Random } from '../time/random.ts';
import { assertFault } from './assert-fault.ts';
import { globMatcher } from './glob.ts';
import type { Fault, FaultRoute } from './fault.ts';

/** Who is being asked, when a fault may strike. */
export interface FaultTarget {
  readonly route: Exclude<FaultRoute, 'any'>;
  /** The id asked for and, where it is another, the id that answers. */
  readonly models?: readonly string[];
  /** Names of the endpoint about to be tried: provider name and tag. Absent while only the model is known. */
  readonly provider?: readonly string[];
}

/** The faults in force. */
export interface FaultBook {
  readonly list: () => readonly Fault[];
  readonly add: (...faults: readonly Fault[]) => void;
  readonly set: (faults: readonly Fault[]) => void;
  readonly clear: () => void;
  /** The first fault that strikes this target now; counts every fault that matched. */
  readonly strike: (target: FaultTarget) => Fault | undefined;
}

interface Entry {
  readonly fault: Fault;
  readonly matchesModel: (id: string) => boolean;
  readonly matchesProvider: (id: string) => boolean;
  calls: number;
  strikes: number;
}

function entryOf(fault: Fault): Entry {
  assertFault(fault);
  return {
    fault,
    matchesModel: globMatcher(fault.model ?? '*'),
    matchesProvider: globMatcher(fault.provider ?? '*'),
    calls: 0,
    strikes: 0,
  };
}

function isAimedAt({ fault, matchesModel, matchesProvider }: Entry, target: FaultTarget): boolean {
  const route = fault.route ?? 'chat';
  if (route !== 'any' && route !== target.route) return false;
  // A fault with a provider waits for the endpoint's turn; one without strikes at the model, once.
  if ((fault.provider === undefined) !== (target.provider === undefined)) return false;
  if (fault.model !== undefined && !target.models?.some(matchesModel)) return false;
  return target.provider?.some(matchesProvider) ?? true;
}

function isDue({ fault, calls, strikes }: Entry, nowMs: number): boolean {
  const turns = typeof fault.nth === 'number' ? [fault.nth] : fault.nth;
  return (
    strikes < (fault.times ?? Infinity) &&
    nowMs >= (fault.fromMs ?? -Infinity) &&
    nowMs < (fault.untilMs ?? Infinity) &&
    (turns?.includes(calls) ?? true)
  );
}

/** Keeps the faults and their counters. It, `add` and `set` throw a TypeError where a fault is none. */
export function createFaultBook(faults: readonly Fault[], clock: Clock, random: Random): FaultBook {
  let entries = faults.map(entryOf);

  function strike(target: FaultTarget): Fault | undefined {
    const aimed = entries.filter((entry) => isAimedAt(entry, target));
    for (const entry of aimed) entry.calls += 1;
    const nowMs = clock();
    const struck = aimed.find(
      (entry) => isDue(entry, nowMs) && random() < (entry.fault.probability ?? 1),
    );
    if (struck === undefined) return undefined;
    struck.strikes += 1;
    return struck.fault;
  }

  return {
    list: () => entries.map((entry) => entry.fault),
    add: (...more) => {
      entries = [...entries, ...more.map(entryOf)];
    },
    set: (next) => {
      entries = next.map(entryOf);
    },
    clear: () => {
      entries = [];
    },
    strike,
  };
}
