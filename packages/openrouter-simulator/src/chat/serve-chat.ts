import type { Endpoint } from '../catalog/endpoint.ts';
import type { Model } from '../catalog/model.ts';
import type { Fault } from '../faults/fault.ts';
import { failureBeforeStart } from '../faults/raise-fault.ts';
import type { Call } from '../http/call.ts';
import { WireError } from '../http/wire-error.ts';
import type { RecordedAttempt, RecordedUsage } from '../log/request-record.ts';
import { chargeOf } from '../money/charge.ts';
import { composeReply } from '../reply/compose-reply.ts';
import type { Reply } from '../reply/reply.ts';
import { requirementsOf } from '../routing/requirements.ts';
import { resolveModel } from '../routing/resolve-model.ts';
import type { ChatRequest } from './chat-request.ts';
import { countPromptTokens, countTextTokens } from './count-tokens.ts';
import type { Served } from './served.ts';

/** Failures of the account, equal for every model: no fallback is tried. */
const ACCOUNT_STATUSES = new Set([401, 402]);

function noEndpoints(model: Model, message: string): WireError {
  return new WireError({
    status: 404,
    message,
    metadata: { error_type: 'not_found' },
    availability: { code: 'no_endpoints', retryable: false, requested_models: [model.id] },
  });
}

function checkCapabilities(request: ChatRequest, model: Model): void {
  for (const needed of requirementsOf(request)) {
    const offered =
      needed.kind === 'parameter'
        ? model.supported_parameters
        : model.architecture.input_modalities;
    if (!offered.includes(needed.name)) throw noEndpoints(model, needed.message);
  }
}

function checkContext(request: ChatRequest, endpoint: Endpoint): void {
  const prompt = countPromptTokens(request);
  const wanted = prompt + (request.maxTokens ?? 0);
  if (endpoint.context_length === 0 || wanted <= endpoint.context_length) return;
  throw new WireError({
    status: 400,
    message: `This endpoint's maximum context length is ${endpoint.context_length} tokens. However, you requested about ${wanted} tokens (${prompt} of text input, ${request.maxTokens ?? 0} in the output). Please reduce the length of either one, or use the context-compression plugin to compress your prompt automatically.`,
    metadata: { error_type: 'context_length_exceeded', provider_name: endpoint.provider_name },
  });
}

function usageOf(request: ChatRequest, reply: Reply, fault: Fault | undefined): RecordedUsage {
  const isEmpty = fault?.type === 'empty';
  const reasoningTokens = isEmpty ? 0 : countTextTokens(reply.reasoning);
  const calls = reply.toolCalls.map((call) => call.name + call.arguments).join('');
  const answer = isEmpty ? 0 : countTextTokens(reply.text) + countTextTokens(calls);
  return {
    promptTokens: countPromptTokens(request),
    completionTokens: answer + reasoningTokens,
    reasoningTokens,
    cacheReadTokens: 0,
    cacheWriteTokens: 0,
  };
}

function strike(call: Call, ids: readonly string[], endpoint?: Endpoint): Fault | undefined {
  const fault = call.simulation.faults.strike({
    route: 'chat',
    models: ids,
    ...(endpoint && { provider: [endpoint.provider_name, endpoint.tag] }),
  });
  if (fault !== undefined)
    call.record.update({ faults: [...call.record.read().faults, fault.type] });
  return fault;
}

function noteAttempt(call: Call, attempt: RecordedAttempt): void {
  call.record.update({ attempts: [...call.record.read().attempts, attempt] });
}

/** Tries a model's endpoints in order. A fault on one endpoint moves on to the next, as OpenRouter's routing does. */
function chooseEndpoint(
  call: Call,
  ids: readonly string[],
  endpoints: readonly Endpoint[],
): { endpoint: Endpoint; fault: Fault | undefined } {
  let failure: unknown;
  for (const endpoint of endpoints) {
    const fault = strike(call, ids, endpoint);
    const failed = fault && failureBeforeStart(fault, ids[0] ?? '', endpoint.provider_name);
    const status = failed instanceof WireError ? failed.status : 200;
    noteAttempt(call, { model: endpoint.model_id, provider: endpoint.provider_name, status });
    if (failed === undefined) return { endpoint, fault };
    failure = failed;
    if (!(failed instanceof WireError)) break;
  }
  throw failure;
}

function generationId(call: Call): string {
  const { sequence } = call.record;
  const seconds = Math.floor(call.simulation.clock() / 1000);
  return `gen-sim-${seconds}-${sequence.toString(36).padStart(12, '0')}`;
}

function serveModel(call: Call, request: ChatRequest, id: string): Served {
  const { simulation } = call;
  const { model } = resolveModel(simulation.catalog, id);
  const ids = [...new Set([id, model.id])];
  const modelFault = strike(call, ids);
  if (modelFault?.type === 'price-change') simulation.catalog.reprice(model.id, modelFault.pricing);
  const endpoints = simulation.catalog.endpointsOf(simulation.catalog.get(model.id) ?? model);
  const failed = modelFault && failureBeforeStart(modelFault, id, endpoints[0]?.provider_name);
  if (failed !== undefined) throw failed;
  checkCapabilities(request, model);
  const { endpoint, fault } = chooseEndpoint(call, ids, endpoints);
  checkContext(request, endpoint);
  const reply = composeReply(request, model.id);
  const spoiler = modelFault ?? fault;
  const usage = usageOf(request, reply, spoiler);
  const nowMs = simulation.clock();
  return {
    generationId: generationId(call),
    created: Math.floor(nowMs / 1000),
    model,
    endpoint,
    reply,
    usage,
    charge: chargeOf(endpoint.pricing, usage, nowMs),
    attempts: call.record.read().attempts,
    fault: spoiler,
  };
}

/** Answers with the first model of the list that can. @throws the last failure when none can. */
export function serveChat(call: Call, request: ChatRequest): Served {
  let failure: unknown;
  for (const id of request.models) {
    try {
      return serveModel(call, request, id);
    } catch (error) {
      failure = error;
      if (!(error instanceof WireError) || ACCOUNT_STATUSES.has(error.status)) break;
    }
  }
  throw failure;
}
