import type { JSONObject } from '@ai-sdk/provider';
import type { Policy, Requirements } from '@tierwise/selector';

export interface ProviderRoutingOptions {
  /** What the caller wrote as `providerOptions.openrouter.provider`. */
  readonly given: JSONObject;
  readonly requirements: Requirements;
  readonly policy: Policy;
  /** What `pinnedTags` says. */
  readonly only: readonly string[] | undefined;
}

/**
 * OpenRouter's `provider` object for an attempt. `require_parameters` keeps the call away from endpoints that
 * would silently ignore tools or a schema. OpenRouter's provider replaces this object as a whole, so it is
 * merged here, where a privacy setting or a region can be added but never lost.
 */
export function providerRouting({ given, requirements, policy, only }: ProviderRoutingOptions): {
  provider?: JSONObject;
} {
  const provider: JSONObject = {
    ...(requirements.capabilities.length > 0 ? { require_parameters: true } : {}),
    ...given,
    ...privacy(policy.dataPolicy),
    ...(only === undefined ? {} : { only: [...only] }),
  };
  return Object.keys(provider).length === 0 ? {} : { provider };
}

function privacy(dataPolicy: Policy['dataPolicy']): JSONObject {
  switch (dataPolicy) {
    case 'zdr':
      return { data_collection: 'deny', zdr: true };
    case 'no-training':
      return { data_collection: 'deny' };
    default:
      return {};
  }
}
