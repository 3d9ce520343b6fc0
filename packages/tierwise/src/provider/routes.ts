import type { TierwiseCallOptions } from '../options/call-options.ts';

/** What a route asks for before the call adds its own. */
export type RouteOptions = TierwiseCallOptions;

/** Names of the virtual models that need no definition. */
export type BuiltInRoute = 'auto' | 'code' | 'vision' | 'free' | 'economy' | 'premium' | 'memory';

/** The virtual models that exist without being defined. */
export const BUILT_IN_ROUTES: { readonly [Name in BuiltInRoute]: RouteOptions } = {
  /** Whatever the call needs. */
  auto: {},
  code: { task: 'code' },
  vision: { task: 'vision' },
  free: { tier: 'free' },
  economy: { tier: 'economy' },
  premium: { tier: 'premium' },
  /** Memory extraction: cheap models that keep to a schema. */
  memory: { task: 'extraction' },
};
