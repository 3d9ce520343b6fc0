import type { Decimal } from '@tierwise/catalog/decimal';
import type { ReadUsage } from '../usage/read-usage.ts';
import type { KnownCharge } from './cost-line.ts';

/** What the report itself says was charged besides tokens: the fee on one's own key, and OpenRouter's tools. */
export function extraCharges({ report, serverToolCalls }: ReadUsage): readonly KnownCharge[] {
  if (report.byok) return charge('byok-fee', report.cost);
  return serverToolCalls === 0 ? [] : charge('server-tool', serverToolAmount(report));
}

/** OpenRouter names the sum since September 2026; before, it is what the inference alone does not explain. */
function serverToolAmount({
  cost,
  upstream,
  upstreamInput,
  upstreamOutput,
  serverTools,
}: ReadUsage['report']): Decimal | null {
  if (serverTools !== null || cost === null) return serverTools;
  if (upstream !== null) return cost - upstream;
  return upstreamInput === null || upstreamOutput === null
    ? null
    : cost - upstreamInput - upstreamOutput;
}

function charge(kind: 'byok-fee' | 'server-tool', amount: Decimal | null): readonly KnownCharge[] {
  return amount === null || amount <= 0n ? [] : [{ kind, quantity: 1, rate: amount }];
}
