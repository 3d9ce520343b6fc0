import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { Plan } from '../plan/plan.ts';
import { givenRouting } from './given-routing.ts';
import { pinnedTags } from './pinned-tags.ts';

/**
 * Says that an attempt cannot be kept in the region: no endpoint is known to be there and the policy is strict, or the
 * caller's own `provider.only` leaves none of those that are (an empty list would pin nothing).
 */
export function regionObjection(
  modelId: string,
  params: LanguageModelV4CallOptions,
  { endpoints, policy: { region, strictRegion = false } }: Plan,
): string | undefined {
  const { only } = givenRouting(params);
  const tags = pinnedTags({ modelId, endpoints, region, only });
  if (region !== undefined && strictRegion && tags === undefined)
    return `no endpoint of it is known to be in ${region}`;
  return tags?.length === 0
    ? `none of its endpoints in ${region} is among provider.only of this call`
    : undefined;
}
