import { WireError, ConnectionReset } from '../http/wire-error.ts';
import type { Fault } from './fault.ts';
import { faultError } from './fault-error.ts';

/** Default codes of errors that arrive in a body or a stream: an upstream that failed after the model had started. */
export const IN_BAND_CODE = 502;

/** A body that is no JSON at all, in place of OpenRouter's error body. */
export class RawFailure extends Error {
  override readonly name = 'RawFailure';
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: string, headers: Readonly<Record<string, string>>) {
    super(`raw body with status ${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

type StatusFault = Extract<Fault, { type: 'status' }>;

function statusFailure(fault: StatusFault, provider: string | undefined): Error {
  const retryAfter = fault.retryAfterSeconds;
  const headers = {
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    ...fault.headers,
  };
  if (fault.body !== undefined)
    return new RawFailure(fault.status, fault.body, {
      'content-type': 'text/html; charset=utf-8',
      ...headers,
    });
  return faultError(fault, { status: fault.status, code: fault.status, provider, headers });
}

function availabilityError(
  modelId: string,
  code: string,
  message: string,
  successor: string | undefined,
): WireError {
  return new WireError({
    status: 404,
    message,
    metadata: { error_type: 'not_found' },
    availability: {
      code,
      retryable: false,
      requested_models: [modelId],
      ...(successor !== undefined && { fallback_models: [successor] }),
    },
  });
}

/** The page a proxy in front of the service would send. `bytes` pads it. */
export function htmlPage(bytes: number = 0): string {
  const page =
    '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad gateway</h1></body></html>';
  return page + ' '.repeat(Math.max(0, bytes - page.length));
}

/** The failure of a fault that strikes before the model starts; undefined for faults that spoil the answer instead. */
export function failureBeforeStart(
  fault: Fault,
  modelId: string,
  provider: string | undefined,
): Error | undefined {
  switch (fault.type) {
    case 'status':
      return statusFailure(fault, provider);
    case 'html':
      return new RawFailure(fault.status ?? 200, htmlPage(fault.bytes), {
        'content-type': 'text/html; charset=utf-8',
      });
    case 'reset':
      return fault.at === 'before-headers' ? new ConnectionReset('read ECONNRESET') : undefined;
    case 'gone':
      return availabilityError(
        modelId,
        'model_deprecated',
        `${modelId} is no longer available.`,
        fault.successor,
      );
    case 'free-ended':
      return availabilityError(
        modelId,
        'free_variant_ended',
        `The free variant of ${modelId.replace(/:free$/, '')} has ended.`,
        fault.successor ?? modelId.replace(/:free$/, ''),
      );
    default:
      return undefined;
  }
}
