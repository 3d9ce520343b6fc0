import { createOpenRouter, type OpenRouterProvider } from '@openrouter/ai-sdk-provider';
import { createSimulator, type Simulator, type SimulatorOptions } from '../src/index.ts';

/** A simulator and the real provider in front of it. */
export function simulated(options: SimulatorOptions = {}): {
  simulator: Simulator;
  openrouter: OpenRouterProvider;
} {
  const simulator = createSimulator(options);
  const openrouter = createOpenRouter({ apiKey: 'sk-test', fetch: simulator.fetch });
  return { simulator, openrouter };
}

/** A cheap model of the bundled catalogue that takes tools, images and schemas. */
export const MODEL = 'google/gemini-3.7-flash';
