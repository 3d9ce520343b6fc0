import { readCodeBlocks } from './read-code-blocks.ts';

/** The packages that a Markdown text names. */
export interface NamedPackages {
  /** By its `npm install` lines, without versions. */
  readonly installed: readonly string[];
  /** By the imports of its `ts` blocks, those of Node aside. */
  readonly imported: readonly string[];
}

/** Reads what the reader of a Markdown text is to install, and what its code needs. */
export function namedPackages(markdown: string): NamedPackages {
  const lines = [...markdown.matchAll(/^npm install (.+?)(?:\s+#.*)?$/gm)].map(
    ([, line = '']) => line,
  );
  const installed = lines
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => !word.startsWith('-'))
    .map((word) => word.replace(/(?<=.)@.*$/, ''));
  const code = readCodeBlocks(markdown).map((block) => block.code);
  const specifiers = code.flatMap((text) =>
    [...text.matchAll(/(?:from|import\() ?'([^'.][^']*)'/g)].map(([, specifier = '']) => specifier),
  );
  const imported = specifiers
    .filter((specifier) => !specifier.startsWith('node:'))
    .map((specifier) => specifier.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? specifier);
  return { installed, imported: [...new Set(imported)] };
}
