import type { LanguageModelV4 } from '@ai-sdk/provider';
import { wrapLanguageModel } from 'ai';
import type { AnyLanguageModel } from './fallback-candidate.ts';

const upgraded = new WeakMap<AnyLanguageModel, LanguageModelV4>();

/** The model as V4, converted once per model object. A raw V3 model given V4 params would send broken files. */
export function upgradeModel(model: AnyLanguageModel): LanguageModelV4 {
  if (model.specificationVersion === 'v4') return model;
  const known = upgraded.get(model);
  if (known !== undefined) return known;
  const wrapped = wrapLanguageModel({ model, middleware: [] });
  upgraded.set(model, wrapped);
  return wrapped;
}
