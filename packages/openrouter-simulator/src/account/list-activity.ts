import type { Route } from '../http/call.ts';
import { jsonResponse } from '../http/respond.ts';
import { toWireNumber } from '../money/decimal.ts';
import { hashText } from '../time/hash-text.ts';
import { requireManagementKey } from './require-management-key.ts';

/** `GET /activity`: one row a day and endpoint; `?date=YYYY-MM-DD` for one day. The real one leaves out the current day, this one does not. */
export const listActivity: Route = (call) => {
  requireManagementKey(call);
  const date = call.url.searchParams.get('date');
  const rows = call.simulation.accounts
    .totals()
    .filter((total) => date === null || total.day === date);
  return jsonResponse({
    data: rows.map((total) => ({
      date: total.day,
      model: total.modelId,
      model_permaslug: total.modelSlug,
      endpoint_id: `sim-${hashText(`${total.modelId} ${total.tag}`).toString(16)}`,
      provider_name: total.providerName,
      usage: toWireNumber(total.cost),
      byok_usage_inference: toWireNumber(total.byok),
      requests: total.requests,
      prompt_tokens: total.promptTokens,
      completion_tokens: total.completionTokens,
      reasoning_tokens: total.reasoningTokens,
    })),
  });
};
