import type { CatalogStore } from '../catalog/catalog-store.ts';
import type { Model } from '../catalog/model.ts';
import { WireError } from '../http/wire-error.ts';

/** Suffixes that change the routing of any model. Others (`:free`, `:batch`, `:thinking`) are models of their own. */
export const ROUTING_VARIANTS = ['nitro', 'floor', 'exacto', 'online'] as const;
export type RoutingVariant = (typeof ROUTING_VARIANTS)[number];

/** What a model id stands for. */
export interface ResolvedModel {
  readonly model: Model;
  readonly variant: RoutingVariant | undefined;
  /** `direct`, `latest` for a `~family-latest` alias. */
  readonly strategy: 'direct' | 'latest';
}

const isVariant = (suffix: string | undefined): suffix is RoutingVariant =>
  ROUTING_VARIANTS.some((variant) => variant === suffix);

/** OpenRouter's answer to an id it does not know. */
export function modelNotFound(id: string): WireError {
  return new WireError({
    status: 400,
    message: `${id} is not a valid model ID`,
    availability: { code: 'model_not_found', retryable: false, requested_models: [id] },
  });
}

/**
 * Finds the model of an id, through aliases and routing variants.
 * @throws WireError 400 `model_not_found`.
 */
export function resolveModel(catalog: CatalogStore, id: string): ResolvedModel {
  const suffix = id.split(':').at(-1);
  const variant = isVariant(suffix) ? suffix : undefined;
  const base = variant === undefined ? id : id.slice(0, -variant.length - 1);
  const model = catalog.get(id) ?? catalog.get(base);
  if (model === undefined) throw modelNotFound(id);
  const target = model.alias_target && catalog.get(model.alias_target.slug);
  if (target !== undefined) return { model: target, variant, strategy: 'latest' };
  return { model, variant, strategy: 'direct' };
}
