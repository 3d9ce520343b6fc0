import type { JSONValue } from '@ai-sdk/provider';
import { type Endpoint, endpointTags } from '@tierwise/catalog/endpoints';
import type { Policy } from '@tierwise/selector';

export interface PinnedTagsOptions {
  readonly modelId: string;
  readonly endpoints: readonly Endpoint[];
  readonly region: Policy['region'];
  /** What the caller wrote as `provider.only`. */
  readonly only: JSONValue | undefined;
}

/**
 * The endpoints that an attempt is pinned to because of its region; `undefined` where none is asked for, or where no
 * endpoint of the model is known to be in it (such a model is a candidate only without `strictRegion`). Of endpoints
 * that the caller named, those outside the region go; it may leave none.
 */
export function pinnedTags(options: PinnedTagsOptions): readonly string[] | undefined {
  const { modelId, endpoints, region, only } = options;
  if (region === undefined) return undefined;
  const tags = endpointTags({ endpoints, modelId, query: { region } });
  if (tags.length === 0) return undefined;
  return Array.isArray(only) ? tags.filter((tag) => only.some((slug) => covers(slug, tag))) : tags;
}

/** `google-vertex` names all endpoints of that provider. */
function covers(slug: JSONValue, tag: string): boolean {
  return slug === tag || (typeof slug === 'string' && tag.startsWith(`${slug}/`));
}
