/** A text by its letters and digits alone, to find a question again in another file. */
export function normalText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
