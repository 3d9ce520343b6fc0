import { ABILITY_KINDS, type AbilityKind } from '../ability/ability-kind.ts';
import { CHINESE_LIFT_POINTS } from '../ability/chinese-makers.ts';
import type { IndexedModel, ModelIndex } from './index-models.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

/**
 * Models as columns of numbers: what a choice compares of hundreds of models, without following a pointer for each. Every
 * column has a model's number at the model's place.
 */
export interface ModelTable {
  readonly models: ModelIndex;
  /** Capabilities and input modalities, see `abilityBits`. */
  readonly bits: Readonly<Int32Array>;
  /** -1 where the window is unknown: then nothing is known to fit. */
  readonly contextTokens: Readonly<Int32Array>;
  /** The ability's part of the logit of P(ok), how sure it is, and one standard deviation in points. */
  readonly lifts: Readonly<Record<AbilityKind, Float64Array>>;
  readonly sureness: Readonly<Record<AbilityKind, Float64Array>>;
  readonly sigmas: Readonly<Record<AbilityKind, Float64Array>>;
  /** Points that a Chinese call adds. */
  readonly chineseLifts: Readonly<Float64Array>;
  /** Rough rates in USD, and up to which prompt size they hold (see `RoughPrice`). */
  readonly input: Readonly<Float64Array>;
  readonly output: Readonly<Float64Array>;
  readonly request: Readonly<Float64Array>;
  readonly holdsUpTo: Readonly<Float64Array>;
  /** The least of them. */
  readonly allHoldUpTo: number;
  /** Seconds to the first token and for each further one; 0 where they are not known. */
  readonly firstTokenSeconds: Readonly<Float64Array>;
  readonly secondsPerToken: Readonly<Float64Array>;
  /** The number of each model's vendor. */
  readonly vendors: Readonly<Int32Array>;
  /** Where each model's id stands in their alphabet: decides ties, so that the order of the catalogue never shows. */
  readonly idOrder: Readonly<Int32Array>;
  /** For one choice after the other, because allocating takes longer than scoring. */
  readonly workspace: Workspace;
}

/** Windows and calls are compared as 32-bit numbers; no window reaches two billion tokens. */
export const MOST_TOKENS = 2_147_483_647;

/**
 * Turns models into columns. The cheapest come first: the order never shows, but a choice that looks for the cheapest then
 * hardly ever changes its mind, which processors like.
 */
export function makeModelTable(allowed: ModelIndex): ModelTable {
  const models = allowed.toSorted((one, other) => orderPrice(one) - orderPrice(other));
  const names = [...new Set(models.map(({ model }) => model.vendor))];
  const column = (read: (indexed: IndexedModel) => number): Float64Array =>
    Float64Array.from(models, read);
  const byKind = (
    read: (indexed: IndexedModel, kind: AbilityKind) => number,
  ): Record<AbilityKind, Float64Array> => {
    const [general, coding, agentic] = ABILITY_KINDS.map((kind) =>
      column((indexed) => read(indexed, kind)),
    );
    return { general: general!, coding: coding!, agentic: agentic! };
  };
  return {
    models,
    bits: Int32Array.from(models, ({ bits }) => bits),
    contextTokens: Int32Array.from(models, ({ model }) =>
      Math.min(model.contextTokens ?? -1, MOST_TOKENS),
    ),
    lifts: byKind(({ success }, kind) => success[kind].lift),
    sureness: byKind(({ success }, kind) => success[kind].sureness),
    sigmas: byKind(({ abilities }, kind) => abilities[kind].sigma),
    chineseLifts: column(({ chineseFirst }) => (chineseFirst ? CHINESE_LIFT_POINTS : 0)),
    input: column(({ roughPrice }) => roughPrice.input),
    output: column(({ roughPrice }) => roughPrice.output),
    request: column(({ roughPrice }) => roughPrice.request),
    holdsUpTo: column(({ roughPrice }) => roughPrice.holdsUpTo),
    allHoldUpTo: Math.min(...models.map(({ roughPrice }) => roughPrice.holdsUpTo)),
    firstTokenSeconds: column(({ speed }) => (speed.latencyMs ?? 0) / 1000),
    secondsPerToken: column(({ speed }) => 1 / (speed.tokensPerSecond ?? Number.POSITIVE_INFINITY)),
    vendors: Int32Array.from(models, ({ model }) => names.indexOf(model.vendor)),
    idOrder: idOrderOf(models),
    workspace: makeWorkspace(models.length, names.length),
  };
}

/** Three parts prompt to one part answer, as price bands are made. Unknown prices come last. */
function orderPrice({ roughPrice: { input, output } }: IndexedModel): number {
  const price = 3 * input + output;
  return Number.isNaN(price) ? Number.MAX_VALUE : price;
}

function idOrderOf(models: ModelIndex): Int32Array {
  const order = new Int32Array(models.length);
  const sorted = [...models.keys()].toSorted((one, other) =>
    models[one]!.model.id < models[other]!.model.id ? -1 : 1,
  );
  for (const [position, place] of sorted.entries()) order[place] = position;
  return order;
}
