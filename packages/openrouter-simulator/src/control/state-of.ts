import { formatAmount } from '../money/decimal.ts';
import type { Simulation } from '../simulation.ts';
import type { SimulatorState } from '../simulator.ts';

/** What a simulator looks like now. */
export function stateOf(simulation: Simulation): SimulatorState {
  return {
    seed: simulation.seed,
    nowMs: simulation.clock(),
    requests: simulation.log.list().length,
    creditsBoughtUsd: formatAmount(simulation.accounts.bought()),
    spentUsd: formatAmount(simulation.accounts.spent()),
    freeRequestsToday: simulation.freeLimiter.daily(),
    faults: simulation.faults.list(),
  };
}
