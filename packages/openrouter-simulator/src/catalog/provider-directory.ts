import type { Endpoint } from './endpoint.ts';

/** What is known of a provider. */
export interface ProviderFacts {
  readonly name: string;
  /** The first part of its endpoints' tags. */
  readonly slug: string;
  /** ISO 3166-1 alpha-2. */
  readonly headquarters?: string;
  readonly datacenters?: readonly string[];
  /** Trains on prompts. */
  readonly trains?: boolean;
  /** Keeps prompts after the answer, that is: offers no zero data retention. */
  readonly retains?: boolean;
}

/** What an endpoint does with a prompt, and where. */
export interface DataPolicy {
  readonly trains: boolean;
  readonly retains: boolean;
  readonly region: 'global' | 'europe' | 'us';
}

/** Providers whose stated policy allowed training on 2026-08-13. */
const KNOWN_TO_TRAIN = new Set(['deepseek', 'liquid', 'nvidia']);

function regionOf(tag: string): DataPolicy['region'] {
  const suffix = tag.split('/').slice(1).join('/');
  if (/^(?:eu|europe)/.test(suffix)) return 'europe';
  return /^us\b/.test(suffix) ? 'us' : 'global';
}

/**
 * Tells an endpoint's data policy. Where the options say nothing: endpoints of `:free` models train, the simulated hosts keep nothing,
 * and every other provider keeps prompts and does not train on them. A tag such as `google-vertex/europe` names its region.
 */
export function dataPolicyOf(endpoint: Endpoint, providers: readonly ProviderFacts[]): DataPolicy {
  const slug = endpoint.tag.split('/')[0] ?? endpoint.tag;
  const facts = providers.find((provider) => provider.slug === slug);
  const trainsByDefault = KNOWN_TO_TRAIN.has(slug) || endpoint.model_id.endsWith(':free');
  return {
    trains: facts?.trains ?? trainsByDefault,
    retains: facts?.retains ?? !slug.startsWith('simulated-'),
    region: regionOf(endpoint.tag),
  };
}
