import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import {
  createSimulator,
  type Simulator,
  type SimulatorOptions,
} from '@tierwise/openrouter-simulator';
import { onTestFinished } from 'vitest';

export interface ServedSimulator {
  readonly simulator: Simulator;
  readonly provider: ReturnType<typeof createOpenRouter>;
}

/** The real OpenRouter provider over loopback HTTP to a simulator of this test alone. */
export async function serveSimulator(options: SimulatorOptions = {}): Promise<ServedSimulator> {
  const simulator = createSimulator(options);
  const { baseUrl, close } = await simulator.listen();
  onTestFinished(close);
  return { simulator, provider: createOpenRouter({ apiKey: 'sk-or-v1-test', baseURL: baseUrl }) };
}
