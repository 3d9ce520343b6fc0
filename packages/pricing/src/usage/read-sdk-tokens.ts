import type { TokenCounts } from './billable-usage.ts';
import { countOf, type Fields, fieldsOf } from './fields.ts';

/**
 * Reads the AI SDK's own counters, for calls whose wire usage is lost: the provider's shape (`inputTokens.total`) and
 * the flattened one (`inputTokens`, `inputTokenDetails`). Zero in and zero out is what the SDK says when it knows
 * nothing, so it is unknown.
 */
export function readSdkTokens(usage: Fields): TokenCounts | null {
  const inner = { in: fieldsOf(usage['inputTokens']), out: fieldsOf(usage['outputTokens']) };
  const input = countOf(usage['inputTokens']) ?? countOf(inner.in['total']);
  const output = countOf(usage['outputTokens']) ?? countOf(inner.out['total']);
  if (input === null || output === null || input + output === 0) return null;
  const inDetails = fieldsOf(usage['inputTokenDetails']);
  const outDetails = fieldsOf(usage['outputTokenDetails']);
  return {
    input,
    output,
    cacheRead: countOf(inDetails['cacheReadTokens']) ?? countOf(inner.in['cacheRead']) ?? 0,
    cacheWrite: countOf(inDetails['cacheWriteTokens']) ?? countOf(inner.in['cacheWrite']) ?? 0,
    cacheWrite1h: 0,
    reasoning: countOf(outDetails['reasoningTokens']) ?? countOf(inner.out['reasoning']) ?? 0,
    inputAudio: 0,
    outputAudio: 0,
    outputImage: 0,
  };
}
