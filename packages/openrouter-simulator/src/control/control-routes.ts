import type { Fault } from '../faults/fault.ts';
import { readFaults } from '../faults/read-faults.ts';
import { scenarioFaults } from '../faults/scenarios.ts';
import type { Route } from '../http/call.ts';
import { isRecord } from '../http/json.ts';
import { readJson } from '../http/read-json.ts';
import { jsonResponse } from '../http/respond.ts';
import { WireError } from '../http/wire-error.ts';
import { stateOf } from './state-of.ts';

function faultsOfScenario(name: unknown): readonly Fault[] {
  if (typeof name !== 'string') return [];
  try {
    return scenarioFaults(name);
  } catch (error) {
    throw new WireError({
      status: 400,
      message: error instanceof Error ? error.message : 'Invalid scenario',
    });
  }
}

/**
 * `POST /__sim/faults` with `{ faults?: Fault[], scenario?: string, mode?: "set" | "add" }`; `set` is the default.
 * Answers with the faults now in force.
 */
export const postFaults: Route = async ({ simulation, request }) => {
  const body = await readJson(request);
  if (!isRecord(body))
    throw new WireError({ status: 400, message: 'Expected { "faults": [ … ] }' });
  const faults = [...readFaults(body['faults'] ?? []), ...faultsOfScenario(body['scenario'])];
  if (body['mode'] === 'add') simulation.faults.add(...faults);
  else simulation.faults.set(faults);
  return jsonResponse({ faults: simulation.faults.list() });
};

/** `DELETE /__sim/faults`. */
export const deleteFaults: Route = ({ simulation }) => {
  simulation.faults.clear();
  return jsonResponse({ faults: [] });
};

/** `GET /__sim/state`. */
export const getState: Route = ({ simulation }) => jsonResponse(stateOf(simulation));

/** `GET /__sim/requests`. */
export const getRequests: Route = ({ simulation }) => jsonResponse({ data: simulation.log.list() });
