import { createOpenRouter, type OpenRouterProvider } from '@openrouter/ai-sdk-provider';
import { createSimulator, type Fault, type Simulator } from '@tierwise/openrouter-simulator';

/** The candidates of a wire test: the first is broken by faults, the second is healthy. */
export const primaryId = 'google/gemini-3.7-flash';
export const secondaryId = 'deepseek/deepseek-v4-flash';

export interface Wire {
  readonly simulator: Simulator;
  readonly openrouter: OpenRouterProvider;
}

/** The real provider, talking to a simulator of its own. Faults without a model strike the primary. */
export function wire(...faults: Fault[]): Wire {
  const simulator = createSimulator({
    faults: faults.map((fault) => ({ model: primaryId, ...fault })),
  });
  const openrouter = createOpenRouter({ apiKey: 'sk-or-test-0123456789', fetch: simulator.fetch });
  return { simulator, openrouter };
}

/** Models asked, in order, as the simulator saw them. */
export function asked({ simulator }: Wire): string[] {
  return simulator.requests().map(({ modelAsked }) => modelAsked ?? '');
}
