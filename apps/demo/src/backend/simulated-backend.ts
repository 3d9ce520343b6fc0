import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { createSimulator, type Fault } from '@tierwise/openrouter-simulator';
import type { Stop } from '../tour/stop.ts';
import type { Backend } from './backend.ts';

export interface SimulatedBackendOptions {
  readonly seed: number;
  /** There is a key, so the reader may wonder why it was not used. */
  readonly hasKey: boolean;
  /** How many times faster than real latencies. Default 20: visible, but no waiting. */
  readonly speed?: number;
}

/** The simulator behind OpenRouter's real provider: only the network is missing. */
export function simulatedBackend({ seed, hasKey, speed = 20 }: SimulatedBackendOptions): Backend {
  const simulator = createSimulator({ seed, speed });
  const hint = hasKey
    ? 'OPENROUTER_API_KEY is set; add --live to spend real money.'
    : 'Set OPENROUTER_API_KEY and add --live for real answers.';
  return {
    provider: createOpenRouter({ apiKey: 'sk-or-v1-simulated', fetch: simulator.fetch }),
    simulated: true,
    introduction: `SIMULATED: no real model runs and nothing is charged; prices are those of the bundled catalogue. ${hint}`,
    injectFailure: (model, failure) => simulator.faults.add(faultOf(model, failure)),
  };
}

function faultOf(model: string, failure: NonNullable<Stop['failure']>): Fault {
  return failure === 'overloaded'
    ? { model, times: 1, type: 'status', status: 503 }
    : { model, times: 1, type: 'sse-error', at: 'before-content' };
}
