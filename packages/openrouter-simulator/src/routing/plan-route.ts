import type { ChatRequest } from '../chat/chat-request.ts';
import { countPromptTokens } from '../chat/count-tokens.ts';
import type { Endpoint } from '../catalog/endpoint.ts';
import type { Model } from '../catalog/model.ts';
import { WireError } from '../http/wire-error.ts';
import type { Simulation } from '../simulation.ts';
import { filterEndpoints, tierOf, type Exclusion } from './filter-endpoints.ts';
import { orderEndpoints } from './order-endpoints.ts';
import { readPreferences, type Preferences } from './preferences.ts';
import type { ResolvedModel } from './resolve-model.ts';

/** The endpoints of a model in the order in which they will be tried. */
export interface RoutePlan {
  readonly preferences: Preferences;
  readonly endpoints: readonly Endpoint[];
}

const isPrivacy = (name: Exclusion): boolean => name.startsWith('data_');

function contextError(endpoints: readonly Endpoint[], prompt: number, output: number): WireError {
  const longest = Math.max(...endpoints.map((endpoint) => endpoint.context_length));
  return new WireError({
    status: 400,
    message: `This endpoint's maximum context length is ${longest} tokens. However, you requested about ${prompt + output} tokens (${prompt} of text input, ${output} in the output). Please reduce the length of either one, or use the context-compression plugin to compress your prompt automatically.`,
    metadata: { error_type: 'context_length_exceeded' },
  });
}

function nothingLeft(model: Model, excludedBy: readonly Exclusion[]): WireError {
  const isPrivate = excludedBy.length > 0 && excludedBy.every(isPrivacy);
  const message = isPrivate
    ? 'No endpoints found matching your data policy. Configure: https://openrouter.ai/settings/privacy'
    : 'No allowed providers are available for the selected model.';
  return new WireError({
    status: 404,
    message,
    metadata: { error_type: 'not_found' },
    availability: {
      code: isPrivate ? 'privacy_restricted' : 'constraint_filtered',
      retryable: false,
      requested_models: [model.id],
      excluded_by: excludedBy,
    },
  });
}

/** `flex` never falls back to the ordinary tier where the model has a flex endpoint. */
function withinTier(endpoints: readonly Endpoint[], tier: string | undefined): readonly Endpoint[] {
  const flex = endpoints.filter((endpoint) => tierOf(endpoint) === 'flex');
  return tier === 'flex' && flex.length > 0 ? flex : endpoints;
}

/**
 * Chooses and orders a model's endpoints for a request.
 * @throws WireError 404 with `excluded_by` when none is left, 400 when only the context was too short.
 */
export function planRoute(
  simulation: Simulation,
  request: ChatRequest,
  resolved: ResolvedModel,
): RoutePlan {
  const { model, variant } = resolved;
  const preferences = readPreferences(request, variant);
  const prompt = countPromptTokens(request);
  const output = request.maxTokens ?? 0;
  const all = simulation.catalog.endpointsOf(model);
  const { remaining, excludedBy } = filterEndpoints(all, {
    preferences,
    providers: simulation.providers,
    parameters: request.parameters,
    contextTokens: prompt + output,
  });
  if (remaining.length === 0 && excludedBy.at(-1) === 'context_length')
    throw contextError(all, prompt, output);
  if (remaining.length === 0) throw nothingLeft(model, excludedBy);
  const tiered = withinTier(remaining, preferences.serviceTier);
  const ordered = orderEndpoints(tiered, preferences, simulation.random);
  return { preferences, endpoints: preferences.allowFallbacks ? ordered : ordered.slice(0, 1) };
}
