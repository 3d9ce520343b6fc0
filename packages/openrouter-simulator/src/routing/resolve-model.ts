import type { ChatRequest } from '../chat/chat-request.ts';
import type { Model } from '../catalog/model.ts';
import { WireError } from '../http/wire-error.ts';
import type { Simulation } from '../simulation.ts';
import { routeVirtualModel, VIRTUAL_MODELS } from './route-virtual-model.ts';

/** Suffixes that change the routing of any model. Others (`:free`, `:batch`, `:thinking`) are models of their own. */
const ROUTING_VARIANTS = ['nitro', 'floor', 'exacto', 'online'] as const;
export type RoutingVariant = (typeof ROUTING_VARIANTS)[number];

/** OpenRouter's words for how a model was found. */
export type Strategy = 'direct' | 'latest' | 'auto' | 'free' | 'pareto' | 'fallback';

/** What a model id stands for. */
export interface ResolvedModel {
  readonly model: Model;
  readonly variant: RoutingVariant | undefined;
  readonly strategy: Strategy;
}

const isVariant = (suffix: string | undefined): suffix is RoutingVariant =>
  ROUTING_VARIANTS.some((variant) => variant === suffix);

/** OpenRouter's answer to an id it does not know. */
export function modelNotFound(id: string): WireError {
  return new WireError({
    status: 400,
    message: `${id} is not a valid model ID`,
    metadata: { error_type: 'invalid_request' },
    availability: { code: 'model_not_found', retryable: false, requested_models: [id] },
  });
}

/** An id without its routing variant, and the variant. */
export function splitVariant(id: string): { base: string; variant: RoutingVariant | undefined } {
  const suffix = id.split(':').at(-1);
  return isVariant(suffix)
    ? { base: id.slice(0, -suffix.length - 1), variant: suffix }
    : { base: id, variant: undefined };
}

function noCapableModel(id: string): WireError {
  return new WireError({
    status: 404,
    message: `No model behind ${id} can answer this request`,
    metadata: { error_type: 'not_found' },
    availability: { code: 'no_endpoints', retryable: false, requested_models: [id] },
  });
}

/**
 * Finds the model of an id, through routers, aliases and routing variants.
 * @throws WireError 400 `model_not_found`, 404 when a router finds no capable model.
 */
export function resolveModel(
  simulation: Simulation,
  request: ChatRequest,
  id: string,
): ResolvedModel {
  const { catalog } = simulation;
  const { base, variant } = splitVariant(id);
  const strategy = VIRTUAL_MODELS[base];
  if (strategy !== undefined) {
    const model = routeVirtualModel(simulation, request, base);
    if (model === undefined) throw noCapableModel(id);
    return { model, variant, strategy };
  }
  const model = catalog.get(id) ?? catalog.get(base);
  if (model === undefined) throw modelNotFound(id);
  const target = model.alias_target && catalog.get(model.alias_target.slug);
  if (target !== undefined) return { model: target, variant, strategy: 'latest' };
  return { model, variant, strategy: 'direct' };
}
