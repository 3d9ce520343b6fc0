import type { Endpoint } from '../catalog/endpoint.ts';
import { isRecord, type JsonRecord } from '../http/json.ts';
import type { Extras } from '../money/bill-call.ts';
import { lastUserText } from '../reply/conversation.ts';
import type { ResolvedModel } from '../routing/resolve-model.ts';
import type { ChatRequest } from './chat-request.ts';

/** What a call uses beyond its tokens. */
export interface CallExtras extends Extras {
  /** Searches by the model's own provider. */
  readonly nativeSearches: number;
}

/** A search tool is only offered; these words make the simulated model use it. */
const ASKS_FOR_SEARCH = /\b(?:search|latest|news|today|current)\b|搜尋|搜索|最新|今天|新聞|新闻/i;

const pluginOf = (request: ChatRequest, id: string): JsonRecord | undefined => {
  const plugins = Array.isArray(request.body['plugins']) ? request.body['plugins'] : [];
  return plugins.filter(isRecord).find((plugin) => plugin['id'] === id);
};

/** The plugin and `:online` always search; the server tool only where the prompt asks for it. */
function searches(request: ChatRequest, resolved: ResolvedModel): boolean {
  if (resolved.variant === 'online' || pluginOf(request, 'web') !== undefined) return true;
  const isOffered = request.serverTools.includes('openrouter:web_search');
  return isOffered && ASKS_FOR_SEARCH.test(lastUserText(request));
}

/** Counts searches and parsed PDF pages; a file counts as one page. */
export function extrasOf(
  request: ChatRequest,
  resolved: ResolvedModel,
  endpoint: Endpoint,
): CallExtras {
  const isNative =
    pluginOf(request, 'web')?.['engine'] === 'native' && endpoint.pricing.web_search !== undefined;
  const count = Number(searches(request, resolved));
  const pdf = pluginOf(request, 'file-parser')?.['pdf'];
  const isOcr = isRecord(pdf) && pdf['engine'] === 'mistral-ocr';
  const files = request.messages
    .flatMap((message) => message.parts)
    .filter((part) => part.type === 'file');
  return {
    searches: isNative ? 0 : count,
    nativeSearches: isNative ? count : 0,
    pdfPages: isOcr ? files.length : 0,
  };
}
