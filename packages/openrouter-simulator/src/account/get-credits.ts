import type { Route } from '../http/call.ts';
import { jsonResponse } from '../http/respond.ts';
import { toWireNumber } from '../money/decimal.ts';
import { requireManagementKey } from './require-management-key.ts';

/** `GET /credits`. */
export const getCredits: Route = (call) => {
  requireManagementKey(call);
  const { accounts } = call.simulation;
  return jsonResponse({
    data: {
      total_credits: toWireNumber(accounts.bought()),
      total_usage: toWireNumber(accounts.spent()),
    },
  });
};
