/** Numbers of a text in their order, without thousands separators. Linear: one pattern without nested repetition. */
export function numbersIn(text: string): number[] {
  return Array.from(text.matchAll(/\d[\d,]*(?:\.\d+)?/g), ([number]) =>
    Number(number.replaceAll(',', '')),
  ).filter(Number.isFinite);
}
