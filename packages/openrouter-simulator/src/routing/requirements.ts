import type { ChatRequest } from '../chat/chat-request.ts';

/** What a request needs of a model, and how OpenRouter words the lack of it. */
export interface Requirement {
  readonly kind: 'parameter' | 'input';
  readonly name: string;
  readonly message: string;
}

const MEDIA = ['image', 'audio', 'video'] as const;

/** Capabilities without which no endpoint is tried. Files are parsed before the model, so any model takes them. */
export function requirementsOf(request: ChatRequest): Requirement[] {
  const needed: Requirement[] = [];
  if (request.tools.length > 0 && request.toolChoice.type !== 'none')
    needed.push({
      kind: 'parameter',
      name: 'tools',
      message:
        'No endpoints found that support tool use. To learn more about provider routing, visit: https://openrouter.ai/docs/guides/routing/provider-selection',
    });
  const parts = request.messages.flatMap((message) => message.parts);
  for (const media of MEDIA)
    if (parts.some((part) => part.type === media))
      needed.push({
        kind: 'input',
        name: media,
        message: `No endpoints found that support ${media} input`,
      });
  return needed;
}
