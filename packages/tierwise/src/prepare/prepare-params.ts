import type { LanguageModelV4CallOptions, SharedV4ProviderOptions } from '@ai-sdk/provider';
import type { Model } from '@tierwise/catalog';
import type { Plan } from '../plan/plan.ts';
import { givenRouting } from './given-routing.ts';
import { pinnedTags } from './pinned-tags.ts';
import { providerRouting } from './provider-routing.ts';
import { reasoningOption } from './reasoning-option.ts';

type OpenRouterOptions = SharedV4ProviderOptions[string];

/**
 * Puts a call's needs into the words of OpenRouter's provider for one candidate. What the caller wrote under
 * `providerOptions.openrouter` wins, except that privacy and region are only ever tightened.
 */
export function prepareParams(
  params: LanguageModelV4CallOptions,
  model: Pick<Model, 'id' | 'capabilities' | 'reasoning'>,
  plan: Plan,
): LanguageModelV4CallOptions {
  const routing = givenRouting(params);
  const { tierwise: _ours, openrouter: given = {}, ...others } = params.providerOptions ?? {};
  const openrouter: OpenRouterOptions = {
    ...reasoningOption(params.reasoning, model),
    ...(plan.callOptions.session === undefined ? {} : { session_id: plan.callOptions.session }),
    ...given,
    ...providerRouting({
      given: routing,
      requirements: plan.requirements,
      policy: plan.policy,
      only: pinnedTags({
        modelId: model.id,
        endpoints: plan.endpoints,
        region: plan.policy.region,
        only: routing['only'],
      }),
    }),
  };
  return { ...params, providerOptions: { ...others, openrouter } };
}
