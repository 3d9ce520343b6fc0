import type { Policy } from './policy.ts';

/** Whether two policies filter alike: everything that the rules about the policy read is the same. */
export function sameFilters(one: Policy, other: Policy): boolean {
  return (
    one.tier === other.tier &&
    one.profile === other.profile &&
    one.allowFree === other.allowFree &&
    one.pool === other.pool &&
    one.dataPolicy === other.dataPolicy &&
    one.region === other.region &&
    one.strictRegion === other.strictRegion &&
    one.expiringWithinDays === other.expiringWithinDays &&
    sameList(one.models, other.models) &&
    sameList(one.allow, other.allow) &&
    sameList(one.deny, other.deny)
  );
}

function sameList(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.length === other.length && one.every((entry, place) => entry === other[place]);
}
