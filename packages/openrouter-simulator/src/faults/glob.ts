/** Tells whether a text matches a pattern in which `*` stands for any run of characters. Case does not count. */
export function globMatcher(pattern: string): (text: string) => boolean {
  const parts = pattern
    .toLowerCase()
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`, 's');
  return (text) => expression.test(text.toLowerCase());
}
