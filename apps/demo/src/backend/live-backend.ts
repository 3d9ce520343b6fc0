import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { openRouterFetch } from 'tierwise';
import type { Backend } from './backend.ts';

/** OpenRouter itself, with the user's key. Failures happen there by themselves; none is injected. */
export function liveBackend(apiKey: string): Backend {
  return {
    provider: createOpenRouter({ apiKey, appName: 'Tierwise demo', fetch: openRouterFetch() }),
    simulated: false,
    introduction: 'Calls go to OpenRouter with your key; what they cost is real.',
    injectFailure: () => undefined,
  };
}
