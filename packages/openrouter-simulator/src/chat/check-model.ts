import type { Model } from '../catalog/model.ts';
import { WireError } from '../http/wire-error.ts';
import { excerpt } from '../reply/conversation.ts';
import { wrongEndpoint } from '../routing/wrong-endpoint.ts';
import { lackOf } from '../routing/requirements.ts';
import type { ChatRequest } from './chat-request.ts';

/** A prompt with this in it is flagged by the moderation of models that have one. */
export const FLAGGED_MARK = '[simulate:flagged]';
const FLAGGED_INPUT_LENGTH = 100;

function checkCapabilities(request: ChatRequest, model: Model): void {
  const message = lackOf(model, request);
  if (message === undefined) return;
  throw new WireError({
    status: 404,
    message,
    metadata: { error_type: 'not_found' },
    availability: { code: 'no_endpoints', retryable: false, requested_models: [model.id] },
  });
}

function checkEndpoint(model: Model): void {
  if (!model.architecture.output_modalities.includes('embeddings')) return;
  throw wrongEndpoint(model.id, 'use /embeddings');
}

function checkModeration(request: ChatRequest, model: Model): void {
  const flagged = request.messages.find((message) => message.text.includes(FLAGGED_MARK));
  if (flagged === undefined || !model.top_provider.is_moderated) return;
  const author = model.id.split('/')[0] ?? model.id;
  throw new WireError({
    status: 403,
    message: `${model.id} requires moderation on ${author}. Your input was flagged for "simulated". No credits were charged.`,
    metadata: {
      error_type: 'content_policy_violation',
      reasons: ['simulated'],
      flagged_input: excerpt(flagged.text, FLAGGED_INPUT_LENGTH - 1),
      provider_name: author,
      model_slug: model.id,
    },
  });
}

/** @throws WireError 400 where the model does not chat, 404 where it lacks a capability, 403 where its moderation flags the prompt. */
export function checkModel(request: ChatRequest, model: Model): void {
  checkEndpoint(model);
  checkCapabilities(request, model);
  checkModeration(request, model);
}
