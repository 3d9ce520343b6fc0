import type { Endpoint } from '../catalog/endpoint.ts';
import type { Fault } from '../faults/fault.ts';
import { failureBeforeStart } from '../faults/failure-before-start.ts';
import type { Call } from '../http/call.ts';
import type { JsonRecord } from '../http/json.ts';
import { WireError } from '../http/wire-error.ts';
import { strikeFault } from './strike-fault.ts';

/** The endpoint that took the call, and a fault that will spoil its answer. */
export interface Taken {
  readonly endpoint: Endpoint;
  readonly fault: Fault | undefined;
}

/** Tells of the endpoints before the last, as OpenRouter does when all of them failed. */
function withPrevious(failure: WireError, previous: readonly JsonRecord[]): WireError {
  if (previous.length === 0) return failure;
  const metadata = { ...failure.options.metadata, previous_errors: previous };
  return new WireError({ ...failure.options, metadata });
}

/**
 * Tries a model's endpoints in order: a fault on one moves on to the next, as OpenRouter's own fallback does.
 * @throws the last endpoint's failure when all fail.
 */
export function tryEndpoints(
  call: Call,
  ids: readonly string[],
  endpoints: readonly Endpoint[],
): Taken {
  const previous: JsonRecord[] = [];
  let failure: Error | undefined;
  for (const endpoint of endpoints) {
    const fault = strikeFault(call, 'chat', ids, endpoint);
    const failed = fault && failureBeforeStart(fault, ids[0] ?? '', endpoint.provider_name);
    const status = failed === undefined ? 200 : failed instanceof WireError ? failed.status : 0;
    const { attempts } = call.record.read();
    const attempt = { model: endpoint.model_id, provider: endpoint.provider_name, status };
    call.record.update({ attempts: [...attempts, attempt] });
    if (failed === undefined) return { endpoint, fault };
    failure = failed instanceof WireError ? withPrevious(failed, [...previous]) : failed;
    // What never reached OpenRouter's router (a reset, a proxy's page) cannot be routed around.
    if (!(failed instanceof WireError)) break;
    previous.push({ provider: endpoint.provider_name, code: failed.code, status: failed.status });
  }
  throw failure ?? new WireError({ status: 404, message: 'No endpoints found' });
}
