import type { Model } from '../model.ts';
import { isFree } from '../price/is-free.ts';
import type { CatalogEvent } from './catalog-event.ts';
import { diffPrices } from './diff-prices.ts';

/** What changed about one model. */
export function diffModel(
  before: Model,
  after: Model,
  jumpFactor: number,
): readonly CatalogEvent[] {
  return [
    ...diffPrices(before, after, jumpFactor),
    ...diffAccess(before, after),
    ...diffField('context', after.id, before.contextTokens, after.contextTokens),
    ...diffField('expiry', after.id, before.expiresOn, after.expiresOn),
    ...diffField('alias', after.id, before.aliasOf, after.aliasOf),
    ...diffCapabilities(before, after),
  ];
}

function diffAccess(before: Model, after: Model): readonly CatalogEvent[] {
  const [from, to] = [accessOf(before), accessOf(after)];
  return from === to ? [] : [{ type: 'access', id: after.id, from, to }];
}

function accessOf(model: Model): 'free' | 'paid' {
  return isFree(model) ? 'free' : 'paid';
}

type FieldEvent<Type, Value> = { type: Type; id: string; from: Value; to: Value };

function diffField<Type extends string, Value>(
  type: Type,
  id: string,
  from: Value,
  to: Value,
): readonly FieldEvent<Type, Value>[] {
  return from === to ? [] : [{ type, id, from, to }];
}

function diffCapabilities(before: Model, after: Model): readonly CatalogEvent[] {
  const gained = after.capabilities.filter(
    (capability) => !before.capabilities.includes(capability),
  );
  const lost = before.capabilities.filter((capability) => !after.capabilities.includes(capability));
  return gained.length + lost.length === 0
    ? []
    : [{ type: 'capability', id: after.id, gained, lost }];
}
