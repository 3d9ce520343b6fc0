const longestQuote = 1000;
// Control characters, and those that hide, reorder or smuggle text: zero width, bidi, tags.
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]+/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A strange text as one quoted line: it can start no line, so no heading and no role, close no tag,
 * end no quotation and hide nothing. At most 1,000 characters of it.
 */
export function quoteText(text: string): string {
  const line = text
    .replaceAll(/[\s\u0085\u2028\u2029]+/gu, ' ')
    .replaceAll(unseen, '')
    .trim()
    .slice(0, longestQuote);
  return JSON.stringify(line.replaceAll(/[&<>]/g, (character) => entities[character] ?? ''));
}
