import type { CostReport } from './billable-usage.ts';
import { amountOf, type Fields, fieldsOf } from './fields.ts';

/** Reads `cost`, `is_byok` and `cost_details`. Chat completions and responses name the parts differently. */
export function readReport(wire: Fields): CostReport {
  const details = fieldsOf(wire['cost_details']);
  return {
    cost: amountOf(wire['cost']),
    byok: wire['is_byok'] === true,
    upstream: amountOf(details['upstream_inference_cost']),
    upstreamInput:
      amountOf(details['upstream_inference_prompt_cost']) ??
      amountOf(details['upstream_inference_input_cost']),
    upstreamOutput:
      amountOf(details['upstream_inference_completions_cost']) ??
      amountOf(details['upstream_inference_output_cost']),
    serverTools: amountOf(details['server_tool_cost']),
  };
}
