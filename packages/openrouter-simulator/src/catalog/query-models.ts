import type { Simulation } from '../simulation.ts';
import { dataPolicyOf } from './provider-directory.ts';
import type { Model } from './model.ts';

type Filter = (model: Model, value: string, simulation: Simulation) => boolean;
type Order = (a: Model, b: Model) => number;

const DAY_MS = 86_400_000;

const listOf = (value: string): string[] =>
  value
    .split(',')
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== '');

/** USD per 1M tokens, for comparing with a query; money is never computed from it. */
const perMillion = (rate: string): number => Number(rate) * 1e6;

const ageDays = (model: Model, simulation: Simulation): number =>
  (simulation.clock() - model.created * 1000) / DAY_MS;

const hasEvery = (given: readonly string[], value: string): boolean =>
  listOf(value).every((item) => given.includes(item));

const withEndpoint =
  (test: (policy: ReturnType<typeof dataPolicyOf>, value: string) => boolean): Filter =>
  (model, value, simulation) =>
    simulation.catalog
      .endpointsOf(model)
      .some((endpoint) => test(dataPolicyOf(endpoint, simulation.providers), value));

/** The query parameters of `GET /models` that filter, each by its name. Scores and categories are not in the catalogue. */
const FILTERS: Readonly<Record<string, Filter>> = {
  supported_parameters: (model, value) => hasEvery(model.supported_parameters, value),
  input_modalities: (model, value) => hasEvery(model.architecture.input_modalities, value),
  output_modalities: (model, value) =>
    value === 'all' ||
    listOf(value).some((item) => model.architecture.output_modalities.includes(item)),
  q: (model, value) => `${model.id} ${model.name}`.toLowerCase().includes(value.toLowerCase()),
  context: (model, value) => (model.context_length ?? 0) >= Number(value),
  min_price: (model, value) => perMillion(model.pricing.prompt) >= Number(value),
  max_price: (model, value) => perMillion(model.pricing.prompt) <= Number(value),
  min_output_price: (model, value) => perMillion(model.pricing.completion) >= Number(value),
  max_output_price: (model, value) => perMillion(model.pricing.completion) <= Number(value),
  arch: (model, value) => model.architecture.tokenizer?.toLowerCase() === value.toLowerCase(),
  model_authors: (model, value) =>
    listOf(value).includes(model.id.replace(/^~/, '').split('/')[0] ?? ''),
  providers: (model, value, simulation) =>
    simulation.catalog
      .endpointsOf(model)
      .some((endpoint) => listOf(value).includes(endpoint.provider_name.toLowerCase())),
  min_age_days: (model, value, simulation) => ageDays(model, simulation) >= Number(value),
  max_age_days: (model, value, simulation) => ageDays(model, simulation) <= Number(value),
  zdr: withEndpoint((policy, value) => value !== 'true' || !policy.retains),
  region: withEndpoint((policy, value) => policy.region === (value === 'eu' ? 'europe' : value)),
};

const price = (model: Model): number =>
  Number(model.pricing.prompt) + Number(model.pricing.completion);

const ORDERS: Readonly<Record<string, Order>> = {
  newest: (a, b) => b.created - a.created,
  'pricing-low-to-high': (a, b) => price(a) - price(b),
  'pricing-high-to-low': (a, b) => price(b) - price(a),
  'context-high-to-low': (a, b) => (b.context_length ?? 0) - (a.context_length ?? 0),
};

/** The models that a query of `GET /models` asks for, in its order. Text models where it names no output. */
export function queryModels(simulation: Simulation, query: URLSearchParams): Model[] {
  const asked = new Map([['output_modalities', 'text'], ...query]);
  const found = simulation.catalog
    .models()
    .filter((model) =>
      [...asked].every(([name, value]) => FILTERS[name]?.(model, value, simulation) ?? true),
    );
  const order = ORDERS[query.get('sort') ?? ''];
  return order === undefined ? found : found.toSorted(order);
}
