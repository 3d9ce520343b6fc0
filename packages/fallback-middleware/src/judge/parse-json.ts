/** The outcome of parsing text that may not be JSON. */
export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** Parses without throwing. */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    // Not JSON is an answer here, not an error.
    return { ok: false };
  }
}
