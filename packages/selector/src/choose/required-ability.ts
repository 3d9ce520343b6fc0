/**
 * The ability that a difficulty asks for: its quantile among the suitable models. Relative on purpose: what
 * counts as able moves with the catalogue, so no absolute number goes stale.
 */
export function requiredAbility(difficulty: number, abilities: readonly number[]): number {
  if (abilities.length === 0) return 0;
  const sorted = abilities.toSorted((one, other) => one - other);
  const position = Math.round(Math.min(1, Math.max(0, difficulty)) * (sorted.length - 1));
  return sorted[position] ?? 0;
}
