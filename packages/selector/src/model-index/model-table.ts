import { ABILITY_KINDS, type AbilityKind } from '../ability/ability-kind.ts';
import { CHINESE_LIFT_POINTS } from '../ability/chinese-makers.ts';
import type { IndexedModel, ModelIndex } from './index-models.ts';

/**
 * Models as columns of numbers: what a choice compares of hundreds of models, without following a pointer for each. Every
 * column has a model's number at the model's place.
 */
export interface ModelTable {
  readonly models: ModelIndex;
  readonly capabilityBits: Readonly<Int32Array>;
  readonly modalityBits: Readonly<Int32Array>;
  /** -1 where the window is unknown: then nothing is known to fit. */
  readonly contextTokens: Readonly<Float64Array>;
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
  /** The number of each model's vendor. */
  readonly vendors: Readonly<Int32Array>;
  readonly vendorCount: number;
}

/** Turns models into columns. */
export function makeModelTable(models: ModelIndex): ModelTable {
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
    capabilityBits: Int32Array.from(models, ({ capabilityBits }) => capabilityBits),
    modalityBits: Int32Array.from(models, ({ modalityBits }) => modalityBits),
    contextTokens: column(({ model }) => model.contextTokens ?? -1),
    lifts: byKind(({ success }, kind) => success[kind].lift),
    sureness: byKind(({ success }, kind) => success[kind].sureness),
    sigmas: byKind(({ abilities }, kind) => abilities[kind].sigma),
    chineseLifts: column(({ chineseFirst }) => (chineseFirst ? CHINESE_LIFT_POINTS : 0)),
    input: column(({ roughPrice }) => roughPrice.input),
    output: column(({ roughPrice }) => roughPrice.output),
    request: column(({ roughPrice }) => roughPrice.request),
    holdsUpTo: column(({ roughPrice }) => roughPrice.holdsUpTo),
    vendors: Int32Array.from(models, ({ model }) => names.indexOf(model.vendor)),
    vendorCount: names.length,
  };
}
