import type { Backend } from './backend.ts';
import { liveBackend } from './live-backend.ts';
import { simulatedBackend } from './simulated-backend.ts';

export interface ChooseBackendOptions {
  readonly live: boolean;
  readonly seed: number;
  readonly apiKey: string | undefined;
}

/**
 * OpenRouter when it was asked for and a key is there, else the simulator: money is spent only on purpose.
 *
 * @throws Error when `--live` was asked for without a key.
 */
export function chooseBackend({ live, seed, apiKey }: ChooseBackendOptions): Backend {
  if (!live) return simulatedBackend({ seed, hasKey: apiKey !== undefined });
  if (apiKey === undefined || apiKey === '') {
    throw new Error(
      '--live needs a key: set OPENROUTER_API_KEY (https://openrouter.ai/keys), or leave --live out to use the simulator.',
    );
  }
  return liveBackend(apiKey);
}
