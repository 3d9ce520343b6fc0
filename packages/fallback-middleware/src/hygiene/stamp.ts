import type { SharedV4ProviderMetadata, SharedV4ProviderOptions } from '@ai-sdk/provider';
import type { FallbackCandidate } from '../candidate/fallback-candidate.ts';
import { readObject, readString } from '../failure/safe-read.ts';

/** Under this name of a part's metadata stands who produced it; the AI SDK hands it back with the next prompt. */
export const stampName = 'fallback';

/** Who produced a part. A type, not an interface: only that counts as JSON. */
export type Stamp = {
  readonly candidateId: string;
  readonly family: string;
};

/** The stamp of a candidate. */
export function stampOf(candidate: Pick<FallbackCandidate, 'id' | 'family' | 'model'>): Stamp {
  return { candidateId: candidate.id, family: familyOf(candidate) };
}

/** Which models understand each other's signatures: the candidate's own word, else the vendor in the model id. */
export function familyOf({ family, model }: Pick<FallbackCandidate, 'family' | 'model'>): string {
  if (family !== undefined) return family;
  const slash = model.modelId.indexOf('/');
  return slash === -1 ? model.provider : model.modelId.slice(0, slash).replace(/^~/, '');
}

/** A part's metadata with the stamp beside whatever else it says. */
export function withStamp(
  metadata: SharedV4ProviderMetadata | undefined,
  stamp: Stamp,
): SharedV4ProviderMetadata {
  if (metadata === undefined) return { [stampName]: stamp };
  return { ...metadata, [stampName]: { ...metadata[stampName], ...stamp } };
}

/** The stamp on a part of a prompt; undefined where nobody stamped it. */
export function readStamp(providerOptions: SharedV4ProviderOptions | undefined): Stamp | undefined {
  const stamp = readObject(providerOptions, stampName);
  const candidateId = readString(stamp, 'candidateId');
  const family = readString(stamp, 'family');
  return candidateId === undefined || family === undefined ? undefined : { candidateId, family };
}
