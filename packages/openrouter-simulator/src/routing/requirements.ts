import type { ChatRequest } from '../chat/chat-request.ts';
import type { Model } from '../catalog/model.ts';

/** What a request needs of a model, and how OpenRouter words the lack of it. */
interface Requirement {
  readonly isMet: (model: Model) => boolean;
  readonly message: string;
}

const MEDIA = ['image', 'audio', 'video'] as const;

/** Capabilities without which no endpoint is tried. Files are parsed before the model, so any model takes them. */
function requirementsOf(request: ChatRequest): Requirement[] {
  const needed: Requirement[] = [];
  if (request.tools.length > 0 && request.toolChoice.type !== 'none')
    needed.push({
      isMet: (model) => model.supported_parameters.includes('tools'),
      message:
        'No endpoints found that support tool use. To learn more about provider routing, visit: https://openrouter.ai/docs/guides/routing/provider-selection',
    });
  const parts = request.messages.flatMap((message) => message.parts);
  for (const media of MEDIA)
    if (parts.some((part) => part.type === media))
      needed.push({
        isMet: (model) => model.architecture.input_modalities.includes(media),
        message: `No endpoints found that support ${media} input`,
      });
  return needed;
}

/** The message about the first capability the model lacks; undefined when it lacks none. */
export function lackOf(model: Model, request: ChatRequest): string | undefined {
  return requirementsOf(request).find((needed) => !needed.isMet(model))?.message;
}

/** Whether a model can answer a request with text. */
export function canAnswer(model: Model, request: ChatRequest): boolean {
  return (
    model.architecture.output_modalities.includes('text') &&
    lackOf(model, request) === undefined &&
    (request.responseFormat.type !== 'json_schema' ||
      model.supported_parameters.includes('structured_outputs'))
  );
}
