/**
 * Writes `src/catalog/default-catalog.generated.json`: a full `/models` body brought up to a later, narrower list.
 * In: a dated `/models` body and a dated list of chat models priced in USD per 1M tokens. Out: one model a line, facts only.
 * Called by hand: `node scripts/build-default-catalog.ts <models.json> <later-list.json>`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { shiftDecimal } from './shift-decimal.ts';

type Facts = Record<string, unknown>;

interface FullModel extends Facts {
  readonly id: string;
  readonly pricing: Record<string, unknown>;
  readonly supported_parameters: readonly string[];
  readonly architecture: { readonly output_modalities: readonly string[] } & Facts;
  readonly top_provider: Facts;
  readonly alias_target?: { readonly slug: string; readonly name: string };
}

interface Cost {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly tiers?: readonly (Omit<Cost, 'tiers'> & { readonly inputTokensAbove: number })[];
}

interface LaterModel {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly cost: Cost;
  readonly contextWindow: number;
  readonly maxTokens: number;
  readonly reasoning: boolean;
  readonly input: readonly string[];
}

const isRouter = (id: string): boolean => id.startsWith('openrouter/');

/** USD per 1M tokens to USD per token, without passing through a float. */
const perToken = (usdPerMillion: number): string => shiftDecimal(String(usdPerMillion), -6);

/** The later list writes 0 for "no such rate"; a cache rate of 0 is therefore left out. */
function ratesOf(cost: Omit<Cost, 'tiers'>): Record<string, string> {
  return {
    prompt: perToken(cost.input),
    completion: perToken(cost.output),
    ...(cost.cacheRead > 0 && { input_cache_read: perToken(cost.cacheRead) }),
    ...(cost.cacheWrite > 0 && { input_cache_write: perToken(cost.cacheWrite) }),
  };
}

function overridesOf(cost: Cost): Facts {
  const overrides = (cost.tiers ?? []).map((tier) => ({
    min_prompt_tokens: tier.inputTokensAbove,
    ...ratesOf(tier),
  }));
  return overrides.length > 0 ? { overrides } : {};
}

/** Rates the later list does not carry: those that merely repeated the prompt or completion rate are dropped when it moved. */
function keptRates(before: FullModel, later: LaterModel): Facts {
  const {
    prompt,
    completion: _completion,
    input_cache_read: _read,
    input_cache_write: _write,
    overrides: _overrides,
    image,
    internal_reasoning,
    input_cache_write_1h: hourly,
    ...others
  } = before.pricing;
  const moved = Number(prompt) !== Number(perToken(later.cost.input));
  if (moved) {
    // Every listed hourly cache write is twice the prompt rate (32 rows of the August body).
    return hourly === undefined
      ? others
      : { ...others, input_cache_write_1h: shiftDecimal(String(later.cost.input * 2), -6) };
  }
  return Object.fromEntries(
    Object.entries({ ...others, image, internal_reasoning, input_cache_write_1h: hourly }).filter(
      ([, rate]) => rate !== undefined,
    ),
  );
}

function updated(before: FullModel, later: LaterModel): Facts {
  if (isRouter(before.id)) return before;
  return {
    ...before,
    context_length: later.contextWindow,
    top_provider: {
      ...before.top_provider,
      context_length: later.contextWindow,
      max_completion_tokens: later.maxTokens,
    },
    pricing: { ...ratesOf(later.cost), ...keptRates(before, later), ...overridesOf(later.cost) },
  };
}

/** A model first seen in the later list: only what that list says, plus what its base model (same id, no variant) is known to accept. */
function added(later: LaterModel, base: FullModel | undefined, firstSeen: string): Facts {
  const known = base?.supported_parameters ?? [];
  const parameters = ['max_tokens', 'tool_choice', 'tools']
    .concat(later.reasoning ? ['include_reasoning', 'reasoning'] : [])
    .concat(known.filter((name) => name === 'response_format' || name === 'structured_outputs'));
  return {
    id: later.id,
    name: later.name,
    created: Date.parse(`${firstSeen}T00:00:00Z`) / 1000,
    context_length: later.contextWindow,
    architecture: {
      modality: `${later.input.join('+')}->text`,
      input_modalities: later.input,
      output_modalities: ['text'],
    },
    pricing: isRouter(later.id)
      ? { prompt: '-1', completion: '-1' }
      : { ...ratesOf(later.cost), ...overridesOf(later.cost) },
    top_provider: {
      context_length: later.contextWindow,
      max_completion_tokens: later.maxTokens,
      is_moderated: false,
    },
    supported_parameters: [...new Set(parameters)].toSorted(),
    ...(later.reasoning && { reasoning: { mandatory: false } }),
  };
}

/** What a `~author/family-latest` alias answers with: the newest listed member of its family at the alias's own price. */
function aliasTarget(
  id: string,
  later: readonly LaterModel[],
): { slug: string; name: string } | undefined {
  const alias = later.find((model) => model.id === id);
  const family = id.replace(/^~/, '').replace(/-latest$/, '');
  const members = later
    .filter((model) => model.id.startsWith(family) && !model.id.includes(':'))
    .filter((model) => JSON.stringify(model.cost) === JSON.stringify(alias?.cost))
    .toSorted((a, b) => (a.id < b.id ? 1 : -1));
  return members[0] && { slug: members[0].id, name: members[0].name };
}

/** Drops prose and scores, and the keys a reader of the catalogue fills in by itself. */
function factsOnly(model: Facts): Facts {
  const { description: _description, benchmarks: _benchmarks, links: _links, ...facts } = model;
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== null && JSON.stringify(value) !== '{}' && value !== '',
    ),
  );
}

const [fullPath, laterPath] = process.argv.slice(2);
if (fullPath === undefined || laterPath === undefined)
  throw new Error('Usage: node scripts/build-default-catalog.ts <models.json> <later-list.json>');

// The two files are named by the maintainer who runs this, and reviewed as a diff of the result.
const { data: full }: { data: FullModel[] } = JSON.parse(readFileSync(fullPath, 'utf8'));
const list: { date: string; models: LaterModel[] } = JSON.parse(readFileSync(laterPath, 'utf8'));
const chat = list.models.filter((model) => model.type === 'chat');
const laterById = new Map(chat.map((model) => [model.id, model]));
const fullById = new Map(full.map((model) => [model.id, model]));

// The later list holds tool-capable text models only: absence says nothing about any other.
const isListed = (model: FullModel): boolean =>
  model.supported_parameters.includes('tools') &&
  model.architecture.output_modalities.includes('text');

const models: Facts[] = [];
for (const model of full) {
  const later = laterById.get(model.id);
  if (later !== undefined) models.push(updated(model, later));
  else if (!isListed(model) || isRouter(model.id)) models.push(model);
}
for (const later of laterById.values()) {
  if (!fullById.has(later.id))
    models.push(added(later, fullById.get(later.id.split(':')[0] ?? later.id), list.date));
}

const lines = models.map((model) => {
  const { alias_target: _stale, ...facts } = model;
  const target = String(model['id']).startsWith('~')
    ? aliasTarget(String(model['id']), chat)
    : undefined;
  return JSON.stringify(factsOnly({ ...facts, ...(target && { alias_target: target }) }));
});
const fullDate = /\d{4}-\d{2}-\d{2}/.exec(fullPath)?.[0] ?? 'unknown';
const header = `{"as_of":"${list.date}","source":"GET /api/v1/models of ${fullDate}; prices, context and new ids of ${list.date}",\n"data":[\n`;
writeFileSync(
  new URL('../src/catalog/default-catalog.generated.json', import.meta.url),
  `${header}${lines.join(',\n')}\n]}\n`,
);
console.log(`${lines.length} models, as of ${list.date}`);
