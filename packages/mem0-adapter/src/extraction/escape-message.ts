// What Mem0's prompt is built from: headings, and lines that name who speaks.
const structural = /^(?=[ \t]*(?:#|\[?(?:system|user|assistant|human|ai)\]?[ \t]*[:：]))/gimu;
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/gu;

/**
 * A message that can pose neither as a section of Mem0's prompt nor as somebody else: such a line is
 * marked as a quotation.
 */
export function escapeMessage(text: string): string {
  return text.replaceAll(lineEnds, '\n').replaceAll(structural, '> ');
}
