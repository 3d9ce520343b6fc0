const longestQuote = 1000;
// Control characters, and those that hide, reorder or smuggle text: zero width, bidi, tags, variants, fillers.
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]+/gu;
// Brackets of tags, and what looks like them; 《 and 〈 stay, they are punctuation in Chinese.
const opening = /[<＜﹤‹⟨❮❰⧼˂ᐸ≺]/gu;
const closing = /[>＞﹥›⟩❯❱⧽˃ᐳ≻]/gu;

/**
 * A strange text as one quoted line: it can start no line, so no heading and no role, close no tag,
 * end no quotation and hide nothing. At most 1,000 characters of it, and "…" where there were more.
 */
export function quoteText(text: string): string {
  const line = Array.from(
    text
      .slice(0, 4 * longestQuote)
      .replaceAll(/[\s\u0085\u2028\u2029]+/gu, ' ')
      .replaceAll(unseen, '')
      .trim(),
  );
  const isCut = line.length > longestQuote || text.length > 4 * longestQuote;
  const kept = line.slice(0, longestQuote).join('') + (isCut ? '…' : '');
  return JSON.stringify(
    kept.replaceAll('&', '&amp;').replaceAll(opening, '&lt;').replaceAll(closing, '&gt;'),
  );
}
