const REPLACEMENT = '[redacted]';

/** Keys of OpenRouter and of its providers, bearer tokens, and the ids that accounts go by. */
const SECRETS: readonly RegExp[] = [
  /\bsk-[A-Za-z0-9_-]{6,}/g,
  /\bBearer\s+[A-Za-z0-9._~+/=-]+/gi,
  /\b(?:user|org)_[A-Za-z0-9]{8,}/g,
  /\bAIza[A-Za-z0-9_-]{20,}/g,
];

/** Takes out of a text whatever looks like a key, and the given secrets to the letter. */
export function redact(text: string, secrets: readonly string[]): string {
  const known = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, REPLACEMENT), text);
  return SECRETS.reduce((rest, pattern) => rest.replace(pattern, REPLACEMENT), known);
}

/** The secrets that a request itself carries. */
export function secretsOf(request: Request): string[] {
  const { headers } = request;
  const bearer = (headers.get('authorization') ?? '').replace(/^Bearer\s+/i, '');
  return [bearer, headers.get('x-provider-api-keys') ?? ''];
}

/** A request's body without secrets, as JSON; null where there is none. */
export function readBody(text: string, secrets: readonly string[]): unknown {
  const clean = redact(text, secrets);
  if (clean === '') return null;
  try {
    return JSON.parse(clean);
  } catch {
    // A body that is no JSON is kept as the text it is.
    return clean;
  }
}
