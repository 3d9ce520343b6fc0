import type { SharedV4ProviderMetadata } from '@ai-sdk/provider';
import { reportOf, type ChainCall } from '../chain/chain-call.ts';
import type { ChainCandidate } from '../chain/chain-candidate.ts';
import type { CallReport } from './call-report.ts';
import { reportHookError } from './emit.ts';
import { mergeMetadata } from './merge-metadata.ts';

/** Makes metadata of a call's story. */
export type StoryTeller = (report: CallReport) => SharedV4ProviderMetadata | undefined;

/** A served answer's metadata with the call's story. A story that throws is left out: the answer is paid for. */
export function toldMetadata<C extends ChainCandidate>(
  chain: ChainCall<C>,
  tell: StoryTeller | undefined,
  own: SharedV4ProviderMetadata | undefined,
): SharedV4ProviderMetadata | undefined {
  if (tell === undefined) return own;
  try {
    return mergeMetadata(own, tell(reportOf(chain)));
  } catch (error) {
    reportHookError(chain.options.events, error, 'metadata');
    return own;
  }
}
