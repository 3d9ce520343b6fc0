import type { ChatRequest } from '../chat/chat-request.ts';
import { countPromptTokens } from '../chat/count-tokens.ts';
import type { Model } from '../catalog/model.ts';
import { globMatcher } from '../faults/glob.ts';
import { isRecord, stringList } from '../http/json.ts';
import { asksForCode } from '../reply/code-block.ts';
import { lastUserText } from '../reply/conversation.ts';
import type { Simulation } from '../simulation.ts';
import { canAnswer } from './requirements.ts';

/** Routers the simulator can stand in for; the others (`fusion`, `bodybuilder` …) have no rule one could follow. */
export const VIRTUAL_MODELS: Readonly<Record<string, 'auto' | 'free' | 'pareto'>> = {
  'openrouter/auto': 'auto',
  'openrouter/auto-beta': 'auto',
  'openrouter/auto-code': 'auto',
  'openrouter/free': 'free',
  'openrouter/pareto-code': 'pareto',
};

const LONG_PROMPT_TOKENS = 4_000;
/** Where in the list of prices the automatic choice falls: easy prompts low, code and long prompts high. */
const EASY_SHARE = 0.25;
const HARD_SHARE = 0.75;

const isPlain = (model: Model): boolean =>
  !model.id.startsWith('openrouter/') && !model.id.startsWith('~') && !/:(?!free$)/.test(model.id);

const isFree = (model: Model): boolean => model.id.endsWith(':free');

/** The auto-router plugin's `allowed_models` and `excluded_models`. */
function isPermitted(model: Model, request: ChatRequest): boolean {
  const plugins = Array.isArray(request.body['plugins']) ? request.body['plugins'] : [];
  const router = plugins.find(
    (plugin) => isRecord(plugin) && String(plugin['id']).startsWith('auto'),
  );
  if (!isRecord(router)) return true;
  const allowed = stringList(router['allowed_models']);
  const isAllowed =
    allowed.length === 0 || allowed.some((pattern) => globMatcher(pattern)(model.id));
  return (
    isAllowed &&
    !stringList(router['excluded_models']).some((pattern) => globMatcher(pattern)(model.id))
  );
}

const price = (model: Model): number =>
  Number(model.pricing.prompt) + Number(model.pricing.completion);

function pickByPrice(models: readonly Model[], request: ChatRequest): Model | undefined {
  const ordered = models.toSorted((a, b) => price(a) - price(b) || (a.id < b.id ? -1 : 1));
  const isHard =
    asksForCode(lastUserText(request)) || countPromptTokens(request) > LONG_PROMPT_TOKENS;
  return ordered[Math.floor((ordered.length - 1) * (isHard ? HARD_SHARE : EASY_SHARE))];
}

/**
 * The model behind a router id, by a rule that is simple and the same every time: `free` draws among the free models that can answer;
 * `auto` takes the model a quarter up the list of prices of those that can, or three quarters for code and long prompts.
 */
export function routeVirtualModel(
  simulation: Simulation,
  request: ChatRequest,
  routerId: string,
): Model | undefined {
  const able = simulation.catalog
    .models()
    .filter((model) => isPlain(model) && canAnswer(model, request));
  if (VIRTUAL_MODELS[routerId] === 'free') {
    const free = able.filter(isFree);
    return free[Math.floor(simulation.random() * free.length)];
  }
  const paid = able.filter((model) => !isFree(model) && Number(model.pricing.prompt) > 0);
  return pickByPrice(
    paid.filter((model) => isPermitted(model, request)),
    request,
  );
}
