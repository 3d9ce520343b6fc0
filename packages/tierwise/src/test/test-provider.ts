import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import {
  createSimulator,
  type Simulator,
  type SimulatorOptions,
} from '@tierwise/openrouter-simulator';
import { stampOpenRouter } from '../provider/stamp-openrouter.ts';

/** The real OpenRouter provider over a simulator of its own. */
export function testProvider(options: SimulatorOptions = {}): {
  simulator: Simulator;
  provider: ReturnType<typeof stampOpenRouter>;
} {
  const simulator = createSimulator(options);
  return {
    simulator,
    provider: stampOpenRouter(
      createOpenRouter({ apiKey: 'sk-or-v1-test', fetch: simulator.fetch }),
    ),
  };
}
