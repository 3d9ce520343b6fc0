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

/** An error in OpenRouter's shape. Only a caller it knows is told a user id. */
export function errorResponse(error: WireError): Response {
  const { status, headers, routerMetadata } = error.options;
  const body = {
    error: error.toWire(),
    ...(routerMetadata && { openrouter_metadata: routerMetadata }),
    ...(status !== 401 && { user_id: 'user_simulated' }),
  };
  return jsonResponse(body, status, headers);
}
