import type { JsonRecord } from './json.ts';
import type { WireError } from './wire-error.ts';

/** On every answer: no reader may take the simulator for OpenRouter. */
export const SIMULATOR_HEADERS: Readonly<Record<string, string>> = {
  'x-openrouter-simulator': '1',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': '*',
};

/** A JSON answer. */
export function jsonResponse(
  body: unknown,
  status: number = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...SIMULATOR_HEADERS, ...headers },
  });
}

/** An error in OpenRouter's shape. */
export function errorResponse(error: WireError, extra: JsonRecord = {}): Response {
  return jsonResponse({ error: error.toWire(), ...extra }, error.status, error.headers);
}
