import type { Model } from '../model.ts';

/** Suffixes that work on any id: they change how OpenRouter picks a provider, not which model answers. */
export const ROUTING_VARIANTS = ['nitro', 'floor', 'exacto', 'online'] as const;

/** One of {@link ROUTING_VARIANTS}. */
export type RoutingVariant = (typeof ROUTING_VARIANTS)[number];

/** What an id led to. */
export interface Resolution {
  readonly requestedId: string;
  /** The model whose prices and abilities count: for an alias the concrete one, where the catalogue has it. */
  readonly model: Model;
  /** How it was found. */
  readonly via: 'id' | 'alias' | 'canonical-slug';
  /** The `~author/family-latest` id that was asked for. It may point at another model tomorrow. */
  readonly alias: string | null;
  readonly routing: RoutingVariant | null;
  /** Other ids with the same canonical slug. Not empty means that the slug alone names no single model. */
  readonly sharedWith: readonly string[];
}
