/** A fenced block of a Markdown file. */
export interface CodeBlock {
  /** Line of the opening fence, counted from 1. */
  readonly line: number;
  readonly code: string;
}

/** Returns the `ts` blocks of a Markdown text, in order. */
export function readCodeBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const lines = markdown.split('\n');
  for (
    let start = lines.indexOf('```ts');
    start !== -1;
    start = lines.indexOf('```ts', start + 1)
  ) {
    const end = lines.indexOf('```', start);
    blocks.push({ line: start + 1, code: lines.slice(start + 1, end).join('\n') });
  }
  return blocks;
}
