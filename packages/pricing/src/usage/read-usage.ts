import type { BillableUsage } from './billable-usage.ts';
import { fieldsOf, isFields } from './fields.ts';
import { readReport } from './read-report.ts';
import { readSdkTokens } from './read-sdk-tokens.ts';
import { readServerTools } from './read-server-tools.ts';
import { readWireTokens } from './read-wire-tokens.ts';

/** {@link BillableUsage}, where the counters may be missing although a cost was reported. */
export type ReadUsage = Omit<BillableUsage, 'tokens'> & {
  readonly tokens: BillableUsage['tokens'] | null;
};

/**
 * Reads what a finished call reported: the untouched wire usage (chat completions, responses or messages), or the
 * AI SDK's usage, whose `raw` is preferred because the SDK's own counters lose cache writes, fees and tools.
 */
export function readUsage(usage: unknown): ReadUsage {
  const outer = fieldsOf(usage);
  const wire = isFields(outer['raw']) ? outer['raw'] : outer;
  return {
    tokens: readWireTokens(wire) ?? readSdkTokens(outer),
    ...readServerTools(wire),
    report: readReport(wire),
  };
}
