import type { ChatRequest } from '../chat/chat-request.ts';
import type { Endpoint } from '../catalog/endpoint.ts';
import { textOf } from '../http/json.ts';
import type { Clock } from '../time/clock.ts';
import { hashText } from '../time/hash-text.ts';

const IDLE_MS = 10 * 60_000;
/** The oldest routes are forgotten beyond this many conversations. */
const MAX_ROUTES = 10_000;

/** Remembers which endpoint answers a conversation, so that its prompt cache is met again. */
export interface StickyRoutes {
  /** The remembered endpoint moved to the front; the list as it is where none is remembered. */
  readonly prefer: (
    request: ChatRequest,
    modelId: string,
    endpoints: readonly Endpoint[],
  ) => readonly Endpoint[];
  /** Notes a success. Without a `session_id` only a success that read from a cache makes a conversation stick. */
  readonly note: (
    request: ChatRequest,
    modelId: string,
    endpoint: Endpoint,
    cacheReadTokens: number,
  ) => void;
}

const sessionOf = (request: ChatRequest): string =>
  textOf(request.body['session_id']) || textOf(request.body['prompt_cache_key']);

/** The session, or else the first system and the first other message. */
function conversationOf(request: ChatRequest, modelId: string): string {
  const session = sessionOf(request);
  if (session !== '') return `${modelId} session ${session}`;
  const system = request.messages.find((message) => message.role === 'system')?.text ?? '';
  const first = request.messages.find((message) => message.role !== 'system')?.text ?? '';
  return `${modelId} opening ${hashText(system)} ${hashText(first)}`;
}

/** Keeps the routes in memory, ten idle minutes each. */
export function createStickyRoutes(clock: Clock): StickyRoutes {
  const routes = new Map<string, { tag: string; usedMs: number }>();

  const prefer: StickyRoutes['prefer'] = (request, modelId, endpoints) => {
    const route = routes.get(conversationOf(request, modelId));
    const isOrdered = Array.isArray(request.provider['order']);
    if (route === undefined || isOrdered || clock() - route.usedMs > IDLE_MS) return endpoints;
    return endpoints.toSorted((a, b) => Number(b.tag === route.tag) - Number(a.tag === route.tag));
  };

  const note: StickyRoutes['note'] = (request, modelId, endpoint, cacheReadTokens) => {
    if (cacheReadTokens === 0 && sessionOf(request) === '') return;
    const key = conversationOf(request, modelId);
    routes.delete(key);
    routes.set(key, { tag: endpoint.tag, usedMs: clock() });
    const [oldest] = routes.keys();
    if (routes.size > MAX_ROUTES && oldest !== undefined) routes.delete(oldest);
  };

  return { prefer, note };
}
