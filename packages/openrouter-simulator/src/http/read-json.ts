import { WireError } from './wire-error.ts';

/** The request's body as JSON. @throws WireError 400 when it is none. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's words would quote the body, which may be private.
    throw new WireError({ status: 400, message: 'Invalid JSON in request body' });
  }
}
