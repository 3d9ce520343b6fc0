import { nearestName } from './faults/nearest-name.ts';
import type { SimulatorOptions } from './simulator.ts';

/** The record makes the compiler count them. */
const KNOWN: { readonly [Name in keyof SimulatorOptions]-?: true } = {
  catalog: true,
  endpoints: true,
  seed: true,
  clock: true,
  sleep: true,
  speed: true,
  faults: true,
  apiKeys: true,
  creditsUsd: true,
  freePerMinute: true,
  freePerDay: true,
  providers: true,
  byok: true,
  scenario: true,
  catalogChanges: true,
  lineEnding: true,
  splitBytes: true,
};

/** @throws TypeError naming an option that there is not, and the nearest that there is. */
export function assertSimulatorOptions(options: SimulatorOptions): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || Object.hasOwn(KNOWN, name)) continue;
    throw new TypeError(
      `createSimulator has no option "${name}" (${typeof value} given): did you mean "${nearestName(name, Object.keys(KNOWN))}"?`,
    );
  }
}
