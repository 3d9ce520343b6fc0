import type { Endpoint } from '../catalog/endpoint.ts';
import { dataPolicyOf, type ProviderFacts } from '../catalog/provider-directory.ts';
import { parseAmount } from '../money/decimal.ts';
import { matchesProvider } from './matches-provider.ts';
import type { Preferences } from './preferences.ts';

/** The words of `availability.excluded_by`. */
export type Exclusion =
  | 'data_region'
  | 'data_policy:zdr'
  | 'data_policy:training'
  | 'max_price'
  | 'context_length'
  | 'require_parameters'
  | 'quantization'
  | 'allowed_providers';

/** What a request asks of an endpoint. */
export interface EndpointDemand {
  readonly preferences: Preferences;
  readonly providers: readonly ProviderFacts[];
  /** Parameters of the request, in the words of `supported_parameters`. */
  readonly parameters: readonly string[];
  /** Prompt and the most that may be answered. */
  readonly contextTokens: number;
}

type Rule = (endpoint: Endpoint, demand: EndpointDemand) => boolean;

const TIERS = ['priority', 'flex', 'fast', 'scale'];

/** The service tier an endpoint is for; none is the ordinary one. */
export function tierOf(endpoint: Endpoint): string | undefined {
  return TIERS.find((tier) => endpoint.tag.endsWith(`/${tier}`));
}

const isAllowed: Rule = (endpoint, { preferences: { only, ignore, serviceTier, order } }) => {
  const named = [...only, ...order];
  const tier = tierOf(endpoint);
  // A tier's endpoint is taken only by those who ask for it.
  const isOpen = tier === undefined || tier === serviceTier || named.includes(endpoint.tag);
  const isNamed = only.length === 0 || only.some((name) => matchesProvider(endpoint, name));
  return isOpen && isNamed && !ignore.some((name) => matchesProvider(endpoint, name));
};

const isAffordable: Rule = (endpoint, { preferences: { maxPrice } }) =>
  Object.entries(maxPrice).every(([unit, most]) => {
    const price = parseAmount(Object.entries(endpoint.pricing).find(([key]) => key === unit)?.[1]);
    return price === undefined || (price >= 0n && price <= most);
  });

const REGIONS: Readonly<Record<string, string>> = { eu: 'europe', europe: 'europe', us: 'us' };

/** Each rule by the word for what it drops. Privacy stands first: it is never relaxed, and named first when it empties the list. */
const RULES: readonly (readonly [Exclusion, Rule])[] = [
  ['data_policy:zdr', (e, d) => !d.preferences.zdr || !dataPolicyOf(e, d.providers).retains],
  [
    'data_policy:training',
    (e, d) => !d.preferences.denyTraining || !dataPolicyOf(e, d.providers).trains,
  ],
  [
    'data_region',
    (e, d) =>
      d.preferences.region === undefined ||
      dataPolicyOf(e, d.providers).region === REGIONS[d.preferences.region],
  ],
  ['allowed_providers', isAllowed],
  [
    'quantization',
    (e, d) =>
      d.preferences.quantizations.length === 0 ||
      d.preferences.quantizations.includes(e.quantization ?? 'unknown'),
  ],
  [
    'require_parameters',
    (e, d) =>
      !d.preferences.requireParameters ||
      d.parameters.every((name) => e.supported_parameters.includes(name)),
  ],
  ['max_price', isAffordable],
  ['context_length', (e, d) => e.context_length === 0 || e.context_length >= d.contextTokens],
];

/** The endpoints that remain, and the rules that dropped any. */
export interface FilteredEndpoints {
  readonly remaining: readonly Endpoint[];
  readonly excludedBy: readonly Exclusion[];
}

/** Applies every rule in turn. */
export function filterEndpoints(
  endpoints: readonly Endpoint[],
  demand: EndpointDemand,
): FilteredEndpoints {
  let remaining = endpoints;
  const excludedBy: Exclusion[] = [];
  for (const [name, rule] of RULES) {
    const kept = remaining.filter((endpoint) => rule(endpoint, demand));
    if (kept.length < remaining.length) excludedBy.push(name);
    remaining = kept;
  }
  return { remaining, excludedBy };
}
