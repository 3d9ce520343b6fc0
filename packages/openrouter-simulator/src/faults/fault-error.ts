import type { JsonRecord } from '../http/json.ts';
import { WireError } from '../http/wire-error.ts';
import type { FaultError } from './fault.ts';

/** OpenRouter's usual words and `error_type` for a status. Source: its error documentation of 2026-08. */
const USUAL: Readonly<Record<number, readonly [message: string, errorType: string]>> = {
  400: ['Invalid request', 'invalid_request'],
  401: ['No auth credentials found', 'authentication'],
  402: [
    'Insufficient credits. Add more using https://openrouter.ai/settings/credits',
    'payment_required',
  ],
  403: ['Access denied', 'permission_denied'],
  404: ['No endpoints found', 'not_found'],
  408: ['Request timed out', 'timeout'],
  412: ['Precondition failed', 'precondition_failed'],
  413: ['Payload too large', 'payload_too_large'],
  422: ['Unprocessable request', 'unprocessable'],
  429: ['Provider returned error', 'rate_limit_exceeded'],
  500: ['Internal Server Error', 'server'],
  502: ['Provider returned error', 'provider_unavailable'],
  503: ['Provider returned error', 'provider_overloaded'],
  504: ['Upstream request timed out', 'timeout'],
  524: ['Provider returned error', 'timeout'],
  529: ['Provider returned error', 'provider_overloaded'],
};

/** Statuses of an upstream that failed, whose metadata names the provider. */
const UPSTREAM = new Set([408, 429, 502, 503, 504, 524, 529]);

function usualMetadata(code: number, errorType: string, provider: string | undefined): JsonRecord {
  if (provider === undefined || !UPSTREAM.has(code)) return { error_type: errorType };
  return {
    error_type: errorType,
    provider_name: provider,
    raw: JSON.stringify({ error: { message: 'simulated upstream failure', code } }),
  };
}

/** Arguments of `faultError`. */
export interface FaultErrorOptions {
  /** HTTP status of the answer. */
  readonly status: number;
  /** `error.code` where the fault names none. */
  readonly code: number;
  readonly provider?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The error a fault asks for, completed by what OpenRouter sends for such a code. A 500 is masked: no metadata. */
export function faultError(fault: FaultError, options: FaultErrorOptions): WireError {
  const code = fault.code ?? options.code;
  const numeric = typeof code === 'number' ? code : options.code;
  const [message, errorType] = USUAL[numeric] ?? ['Provider returned error', 'unmapped'];
  const usual = usualMetadata(numeric, fault.errorType ?? errorType, options.provider);
  const isMasked = numeric === 500 && fault.metadata === undefined && fault.errorType === undefined;
  return new WireError({
    status: options.status,
    code,
    message: fault.message ?? message,
    ...(!isMasked && { metadata: { ...usual, ...fault.metadata } }),
    ...(fault.availability && { availability: { ...fault.availability } }),
    headers: options.headers ?? {},
  });
}
