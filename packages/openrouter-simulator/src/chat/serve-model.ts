import type { Endpoint } from '../catalog/endpoint.ts';
import type { Fault } from '../faults/fault.ts';
import { failureBeforeStart } from '../faults/failure-before-start.ts';
import type { Call } from '../http/call.ts';
import { composeReply } from '../reply/compose-reply.ts';
import { planRoute } from '../routing/plan-route.ts';
import { resolveModel, type ResolvedModel, type Strategy } from '../routing/resolve-model.ts';
import { routerMetadata, wantsRouterMetadata } from '../routing/router-metadata.ts';
import { billServed, type BillServedOptions } from './bill-served.ts';
import type { ChatRequest } from './chat-request.ts';
import { checkModel } from './check-model.ts';
import { extrasOf } from './extras-of.ts';
import { measureUsage } from './measure-usage.ts';
import type { Served } from './served.ts';
import { strikeFault } from './strike-fault.ts';
import { tryEndpoints, type Taken } from './try-endpoints.ts';

/** A fault on the model as a whole: fails the call, changes the catalogue, or is left to spoil the answer. */
function strikeModel(call: Call, id: string, resolved: ResolvedModel): Fault | undefined {
  const { model } = resolved;
  const fault = strikeFault(call, 'chat', [id, model.id]);
  if (fault === undefined) return undefined;
  const { catalog } = call.simulation;
  const provider = catalog.endpointsOf(model)[0]?.provider_name;
  const failure = failureBeforeStart(fault, id, provider);
  if (failure !== undefined) throw failure;
  if (fault.type === 'price-change') catalog.reprice(model.id, fault.pricing);
  return fault;
}

/** The most a call may cost: all of `max_tokens`, or where none is given what it will turn out to use. */
function worstCase(call: Call, request: ChatRequest, options: BillServedOptions): bigint {
  const completionTokens = Math.max(request.maxTokens ?? 0, options.usage.completionTokens);
  return billServed(call.simulation, { ...options, usage: { ...options.usage, completionTokens } })
    .cost;
}

function generationId(call: Call): string {
  const seconds = Math.floor(call.record.read().atMs / 1000);
  return `gen-sim-${seconds}-${call.record.sequence.toString(36).padStart(12, '0')}`;
}

/** The strategy as OpenRouter names it: a model further down the list is a fallback. */
function strategyOf(request: ChatRequest, id: string, resolved: ResolvedModel): Strategy {
  return id === request.models[0] ? resolved.strategy : 'fallback';
}

/** What is settled before the answer is made up. */
interface Prepared {
  readonly resolved: ResolvedModel;
  readonly endpoints: readonly Endpoint[];
  readonly taken: Taken;
}

function prepare(call: Call, request: ChatRequest, id: string): Prepared {
  const { simulation } = call;
  const resolved = resolveModel(simulation, request, id);
  const modelFault = strikeModel(call, id, resolved);
  // A price change has just replaced the row.
  const model = simulation.catalog.get(resolved.model.id) ?? resolved.model;
  checkModel(request, model);
  if (model.id.endsWith(':free')) simulation.freeLimiter.take();
  const plan = planRoute(simulation, request, { ...resolved, model });
  const endpoints = simulation.stickyRoutes.prefer(request, model.id, plan.endpoints);
  const { endpoint, fault } = tryEndpoints(call, [id, model.id], endpoints);
  return {
    resolved: { ...resolved, model },
    endpoints,
    taken: { endpoint, fault: modelFault ?? fault },
  };
}

/** Answers a request by one model. @throws WireError, or a fault's other failure. */
export function serveModel(call: Call, request: ChatRequest, id: string): Served {
  const { simulation, record } = call;
  const { resolved, endpoints, taken } = prepare(call, request, id);
  const { endpoint, fault } = taken;
  const { model } = resolved;
  const { atMs } = record.read();
  const reply = composeReply(request, model.id);
  const cache = simulation.promptCache.use(request, endpoint);
  const billed: BillServedOptions = {
    endpoint,
    usage: measureUsage(request, reply, cache, fault),
    isHourlyWrite: cache.isHourly,
    extras: extrasOf(request, resolved, endpoint),
    atMs,
  };
  const release = simulation.inFlight.reserve(call.key(), worstCase(call, request, billed));
  simulation.stickyRoutes.note(request, model.id, endpoint, cache.readTokens);
  const bill = billServed(simulation, billed);
  const trace = {
    requested: request.models[0] ?? id,
    strategy: strategyOf(request, id, resolved),
    endpoints,
    attempts: record.read().attempts,
    selected: endpoint,
    isByok: bill.isByok,
  };
  return {
    ...billed,
    generationId: generationId(call),
    created: Math.floor(atMs / 1000),
    model,
    reply,
    bill,
    fault,
    release,
    routerMetadata: wantsRouterMetadata(call.request) ? routerMetadata(trace) : undefined,
  };
}
