import type { Endpoint } from '../catalog/endpoint.ts';
import type { Model } from '../catalog/model.ts';
import { countTextTokens } from '../chat/count-tokens.ts';
import { strikeFault } from '../chat/strike-fault.ts';
import { failureBeforeStart } from '../faults/failure-before-start.ts';
import type { Call } from '../http/call.ts';
import { readJson } from '../http/read-json.ts';
import { jsonResponse } from '../http/respond.ts';
import { chargeOf } from '../money/charge.ts';
import { formatAmount, toWireNumber, type Amount } from '../money/decimal.ts';
import { wrongEndpoint } from '../routing/wrong-endpoint.ts';
import { modelNotFound } from '../routing/resolve-model.ts';
import { embedText } from './embed-text.ts';
import { readEmbeddingRequest, type EmbeddingRequest } from './read-embedding-request.ts';

const DEFAULT_DIMENSIONS = 1536;

/** Little-endian 32-bit floats, as the wire packs them. */
function packBase64(vector: readonly number[]): string {
  const bytes = new Uint8Array(Float32Array.from(vector).buffer);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function findModel(call: Call, request: EmbeddingRequest): { model: Model; endpoint: Endpoint } {
  const { catalog } = call.simulation;
  const model = catalog.get(request.model);
  if (model === undefined) throw modelNotFound(request.model);
  const [endpoint] = catalog.endpointsOf(model);
  if (endpoint !== undefined && model.architecture.output_modalities.includes('embeddings'))
    return { model, endpoint };
  throw wrongEndpoint(model.id, 'use /chat/completions');
}

function book(call: Call, model: Model, endpoint: Endpoint, promptTokens: number): Amount {
  const { accounts } = call.simulation;
  const { atMs } = call.record.read();
  const cost = chargeOf(endpoint.pricing, { promptTokens, completionTokens: 0 }, atMs).total;
  accounts.book({
    key: call.key(),
    atMs,
    modelId: model.id,
    modelSlug: model.canonical_slug,
    providerName: endpoint.provider_name,
    tag: endpoint.tag,
    promptTokens,
    completionTokens: 0,
    reasoningTokens: 0,
    cost,
    byok: 0n,
  });
  return cost;
}

function strike(call: Call, id: string): void {
  const fault = strikeFault(call, 'embeddings', [id]);
  const failure = fault && failureBeforeStart(fault, id, undefined);
  if (failure !== undefined) throw failure;
}

/** `POST /embeddings`. */
export async function createEmbeddings(call: Call): Promise<Response> {
  const key = call.key();
  const request = readEmbeddingRequest(await readJson(call.request));
  call.record.update({
    keyLabel: key.label,
    modelAsked: request.model,
    modelsAsked: [request.model],
  });
  strike(call, request.model);
  const { model, endpoint } = findModel(call, request);
  const tokens = request.inputs.reduce((sum, input) => sum + countTextTokens(input), 0);
  const cost = book(call, model, endpoint, tokens);
  call.record.update({
    modelServed: model.id,
    provider: endpoint.provider_name,
    costUsd: formatAmount(cost),
    outcome: 'served',
  });
  const dimensions = request.dimensions ?? DEFAULT_DIMENSIONS;
  const data = request.inputs.map((input, index) => {
    const vector = embedText(input, dimensions);
    return {
      object: 'embedding',
      index,
      embedding: request.isBase64 ? packBase64(vector) : vector,
    };
  });
  const usage = { prompt_tokens: tokens, total_tokens: tokens, cost: toWireNumber(cost) };
  const id = `gen-sim-emb-${call.record.sequence}`;
  return jsonResponse({ id, object: 'list', model: model.id, data, usage }, 200, {
    'x-generation-id': id,
  });
}
