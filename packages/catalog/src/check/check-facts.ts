import type { Resolution } from '../catalog/resolution.ts';
import type { IsoDate } from '../model.ts';
import type { CheckSettings } from './check-models.ts';
import { checkPrices } from './check-prices.ts';
import type { ExpectedModel } from './expected-model.ts';
import type { Finding } from './model-check.ts';

export interface CheckFactsOptions {
  readonly expected: ExpectedModel;
  readonly resolution: Resolution;
  readonly settings: CheckSettings;
}

/** Compares a model that exists with what is expected of it. */
export function checkFacts({
  expected,
  resolution,
  settings,
}: CheckFactsOptions): readonly Finding[] {
  return [
    ...checkId(resolution),
    ...checkExpiry(resolution.model.expiresOn, settings),
    ...checkPrices(expected, resolution.model, settings.maxPriceDriftPercent),
    ...checkContext(expected.contextTokens, resolution.model.contextTokens),
    ...checkCapabilities(expected, resolution),
  ];
}

function checkId({ via, model, alias }: Resolution): readonly Finding[] {
  if (alias !== null) return [{ type: 'alias', pointsAt: model.id === alias ? null : model.id }];
  return via === 'canonical-slug' ? [{ type: 'renamed', to: model.id }] : [];
}

function checkExpiry(
  on: IsoDate | null,
  { at, expiringWithinDays }: CheckSettings,
): readonly Finding[] {
  if (on === null) return [];
  const days = Math.round((Date.parse(on) - Date.parse(at)) / 86_400_000);
  return days <= expiringWithinDays ? [{ type: 'expiring', on, days }] : [];
}

function checkContext(expected: number | undefined, actual: number | null): readonly Finding[] {
  if (expected === undefined || (actual !== null && actual >= expected)) return [];
  return [{ type: 'context', expected, actual }];
}

/** A model whose abilities nobody listed may have them: only what is listed can be lost. */
function checkCapabilities(
  { capabilities = [] }: ExpectedModel,
  { model }: Resolution,
): readonly Finding[] {
  if (model.parameters.length === 0) return [];
  return capabilities
    .filter((capability) => !model.capabilities.includes(capability))
    .map((capability) => ({ type: 'lost-capability', capability }));
}
