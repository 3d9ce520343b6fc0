import type { Endpoint } from '../catalog/endpoint.ts';
import type { Fault } from '../faults/fault.ts';
import type { FaultTarget } from '../faults/fault-book.ts';
import type { Call } from '../http/call.ts';

/** Lets a fault strike, at a model or at one of its endpoints, and notes it in the call's record. */
export function strikeFault(
  call: Call,
  route: FaultTarget['route'],
  models: readonly string[],
  endpoint?: Endpoint,
): Fault | undefined {
  const fault = call.simulation.faults.strike({
    route,
    models,
    ...(endpoint && { provider: [endpoint.provider_name, endpoint.tag] }),
  });
  if (fault !== undefined)
    call.record.update({ faults: [...call.record.read().faults, fault.type] });
  return fault;
}
