import { type Policy, selectCandidates } from '../../src/index.ts';
import type { Candidate } from '../../src/choose/candidate.ts';
import type { Way, WayRequest } from './way.ts';

/** As many as the selector proposes. */
const TRIES = 4;

/** The ways that are compared. None of them sees hardness, true ability or a published score. */
export function waysOf(premium: string): readonly Way[] {
  return [
    { name: 'tierwise, cheapest', choose: by({ profile: 'cheapest' }) },
    { name: 'tierwise, balanced', choose: by({}) },
    { name: 'tierwise, balanced, verified', verified: true, choose: by({}, true) },
    { name: 'tierwise, balanced, learning', learns: true, choose: by({}) },
    { name: 'tierwise, target .9 at confidence .9', choose: by({ target: 0.9, confidence: 0.9 }) },
    { name: 'tierwise, quality', choose: by({ profile: 'quality' }) },
    { name: `all to ${premium}`, choose: () => [{ modelId: premium }] },
    { name: 'cheapest that can', choose: cheapest },
    {
      name: "openrouter/auto, the simulator's rule",
      choose: () => [{ modelId: 'openrouter/auto' }],
    },
    { name: 'any that can, at random', choose: anyModel },
  ];
}

function by(policy: Policy, escalating = false): Way['choose'] {
  return ({ index, requirements, at, warm, offsetOf }) =>
    selectCandidates({ index, requirements, at, warm, offsetOf, policy, escalating }).candidates;
}

function cheapest(request: WayRequest): Candidate[] {
  const sorted = allThatCan(request).toSorted(
    (one, other) => Number(one.estCostUsd) - Number(other.estCostUsd),
  );
  return sorted.slice(0, TRIES);
}

function anyModel(request: WayRequest): Candidate[] {
  const all = allThatCan(request);
  return Array.from({ length: TRIES }, () => all[Math.floor(request.random() * all.length)]!);
}

/** Paid models that pass the hard filters. */
function allThatCan({ index, requirements, at }: WayRequest): readonly Candidate[] {
  return selectCandidates({ index, requirements, at, maxCandidates: index.length }).candidates;
}
