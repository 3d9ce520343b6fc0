import type { CandidateFacts } from '../candidate/candidate-facts.ts';

/** What the chain needs to know of a candidate, whatever kind of model it holds. */
export interface ChainCandidate {
  readonly id: string;
  readonly model: { readonly provider: string; readonly modelId: string };
  readonly account?: string;
  readonly facts?: CandidateFacts;
}

/** Whose key and host a candidate uses. */
export function accountOf(candidate: ChainCandidate): string {
  if (candidate.account !== undefined) return candidate.account;
  const { provider } = candidate.model;
  const dot = provider.indexOf('.');
  return dot === -1 ? provider : provider.slice(0, dot);
}
