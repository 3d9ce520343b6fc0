import { UnknownModelError } from '../errors/unknown-model-error.ts';
import type { IsoDate, Model } from '../model.ts';
import type { Tombstone } from '../tombstone/tombstone.ts';
import { nearestIds } from '../suggest/nearest-ids.ts';
import { type Resolution, ROUTING_VARIANTS, type RoutingVariant } from './resolution.ts';

export interface ResolverOptions {
  readonly byId: ReadonlyMap<string, Model>;
  readonly gone: ReadonlyMap<string, Tombstone>;
  readonly asOf: IsoDate;
}

/** Makes the function behind `catalog.resolve`. The index of slugs is built once. */
export function createResolver({ byId, gone, asOf }: ResolverOptions): (id: string) => Resolution {
  const bySlug = groupBySlug(byId.values());
  return (requestedId) => {
    const { id, routing } = splitRouting(requestedId);
    const found = byId.get(id) ?? pickOfSlug(bySlug, id);
    if (found === undefined) {
      throw new UnknownModelError({
        modelId: requestedId,
        nearestIds: nearestIds(id, byId.keys()),
        tombstone: gone.get(id) ?? null,
        asOf,
      });
    }
    const target = found.aliasOf === null ? undefined : byId.get(found.aliasOf);
    return {
      requestedId,
      model: target ?? found,
      via: found.id.startsWith('~') ? 'alias' : found.id === id ? 'id' : 'canonical-slug',
      alias: found.id.startsWith('~') ? found.id : null,
      routing,
      sharedWith: siblings(bySlug, found),
    };
  };
}

function splitRouting(requestedId: string): { id: string; routing: RoutingVariant | null } {
  const routing = ROUTING_VARIANTS.find((variant) => requestedId.endsWith(`:${variant}`)) ?? null;
  return {
    id: routing === null ? requestedId : requestedId.slice(0, -routing.length - 1),
    routing,
  };
}

function groupBySlug(models: Iterable<Model>): ReadonlyMap<string, readonly Model[]> {
  const groups = new Map<string, Model[]>();
  for (const model of models) {
    if (model.canonicalSlug === null) continue;
    const group = groups.get(model.canonicalSlug);
    if (group === undefined) groups.set(model.canonicalSlug, [model]);
    else group.push(model);
  }
  return groups;
}

/** `author/slug-20260423` or `author/slug-20260423:free`: of the models behind a slug the one with that variant. */
function pickOfSlug(bySlug: ReadonlyMap<string, readonly Model[]>, id: string): Model | undefined {
  const [slug = '', variant = null] = id.split(':');
  return bySlug.get(slug)?.find((model) => model.variant === variant);
}

function siblings(
  bySlug: ReadonlyMap<string, readonly Model[]>,
  { id, canonicalSlug }: Model,
): readonly string[] {
  const group = canonicalSlug === null ? [] : (bySlug.get(canonicalSlug) ?? []);
  return group.flatMap((model) => (model.id === id ? [] : [model.id]));
}
