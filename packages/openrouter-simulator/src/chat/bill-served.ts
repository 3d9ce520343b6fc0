import { monthStartOf } from '../account/day-of.ts';
import { sumOf } from '../account/account-book.ts';
import type { Endpoint } from '../catalog/endpoint.ts';
import type { RecordedUsage } from '../log/request-record.ts';
import { billCall, type Bill, type BillOptions } from '../money/bill-call.ts';
import { matchesProvider } from '../routing/matches-provider.ts';
import type { Simulation } from '../simulation.ts';
import type { CallExtras } from './extras-of.ts';

/** Whether the endpoint is paid by the account's own key, and whether this month's allowance is used up. */
function byokOf(simulation: Simulation, endpoint: Endpoint, atMs: number): BillOptions['byok'] {
  const { accounts, byok } = simulation;
  if (!byok.providers.some((name) => matchesProvider(endpoint, name))) return undefined;
  return { isFeeDue: sumOf(accounts.totals(), 'byok', monthStartOf(atMs)) >= byok.allowance };
}

/** What is billed. */
export interface BillServedOptions {
  readonly endpoint: Endpoint;
  readonly usage: RecordedUsage;
  readonly isHourlyWrite: boolean;
  readonly extras: CallExtras;
  readonly atMs: number;
}

/** The bill of a served call under the account's rules. */
export function billServed(simulation: Simulation, options: BillServedOptions): Bill {
  const { endpoint, usage, extras, atMs } = options;
  return billCall({
    pricing: endpoint.pricing,
    used: {
      ...usage,
      cacheWriteHourly: options.isHourlyWrite,
      nativeSearches: extras.nativeSearches,
    },
    extras,
    atMs,
    byok: byokOf(simulation, endpoint, atMs),
  });
}
