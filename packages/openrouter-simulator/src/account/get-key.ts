import type { Route } from '../http/call.ts';
import { jsonResponse } from '../http/respond.ts';
import { toWireNumber, type Amount } from '../money/decimal.ts';
import { sumOf } from './account-book.ts';
import { dayOf, monthStartOf, weekStartOf } from './day-of.ts';

/** Says so wherever a user sees the key. */
const LABEL_NOTE = '(simulated)';

const orNull = (amount: Amount | undefined): number | null =>
  amount === undefined ? null : toWireNumber(amount);

/** `GET /key`. */
export const getKey: Route = ({ simulation, key: authenticate }) => {
  const { accounts, freeLimiter, clock } = simulation;
  const key = authenticate();
  const nowMs = clock();
  const own = accounts.totals().filter((total) => total.key === key);
  const sums = (side: 'cost' | 'byok', name: string): Record<string, number> => ({
    [name]: toWireNumber(sumOf(own, side)),
    [`${name}_daily`]: toWireNumber(sumOf(own, side, dayOf(nowMs))),
    [`${name}_weekly`]: toWireNumber(sumOf(own, side, weekStartOf(nowMs))),
    [`${name}_monthly`]: toWireNumber(sumOf(own, side, monthStartOf(nowMs))),
  });
  return jsonResponse({
    data: {
      label: `${key.label} ${LABEL_NOTE}`,
      limit: orNull(key.limit),
      limit_remaining: orNull(accounts.limitRemaining(key)),
      limit_reset: key.limitReset ?? null,
      include_byok_in_limit: false,
      is_free_tier: accounts.bought() === 0n,
      is_management_key: key.isManagementKey,
      is_provisioning_key: key.isManagementKey,
      creator_user_id: 'user_simulated',
      organization_id: null,
      workspace_id: key.environment ?? null,
      allowed_data_regions: ['global', 'europe', 'us'],
      expires_at: key.expiresAt ?? null,
      rate_limit: {
        requests: -1,
        interval: '10s',
        note: 'Deprecated. The simulator sets no such limit.',
      },
      free_model_daily_requests: freeLimiter.daily(),
      ...sums('cost', 'usage'),
      ...sums('byok', 'byok_usage'),
    },
  });
};
