// Linear patterns only: they run on text that strangers send.
const secrets =
  /\b(?:sk|pk|rk|key)-[\w-]{6,}|\bBearer\s+[\w.~+/=-]{6,}|\b(?:AIza|ghp_|xox[bp]-)[\w-]{10,}/g;
const credentials =
  /\/\/[^\s/@]{1,200}@|([?&](?:api_?key|key|token|access_token|auth)=)[^&\s"']{1,500}/gi;

const longestMessage = 500;

/** Removes what looks like a key and cuts the text, so that a message can be logged and thrown. */
export function redact(text: string): string {
  const cut = text.length > longestMessage ? `${text.slice(0, longestMessage)}…` : text;
  return cut
    .replaceAll(secrets, '[redacted]')
    .replaceAll(credentials, (_match, query?: string) =>
      query === undefined ? '//' : `${query}[redacted]`,
    );
}
