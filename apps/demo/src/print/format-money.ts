import { formatUsd } from '@tierwise/pricing';
import type { Money } from '../tour/summarise-visit.ts';

/** What was spent, for people: `≥` where a part of it is not known. */
export function formatSpent({
  spentUsd,
  atLeastUsd,
}: Pick<Money, 'spentUsd' | 'atLeastUsd'>): string {
  return spentUsd === null ? `≥ ${formatUsd(atLeastUsd)}` : formatUsd(spentUsd);
}
