import { readFileSync } from 'node:fs';

/** A row of `golden-calls.md`. */
export interface GoldenCall {
  readonly language: string;
  readonly prompt: string;
  readonly carries: readonly string[];
  readonly kinds: readonly string[];
  readonly tiers: readonly string[];
  /** The tier that answers today although a person would expect one of `tiers`; `null` where all is as expected. */
  readonly todaysTier: string | null;
  readonly must: readonly string[];
}

const TIERS = ['free', 'ultra-low', 'economy', 'standard', 'premium'];

/** Reads the table: one row a call, under a heading for each language. */
export function readGoldenCalls(): GoldenCall[] {
  const calls: GoldenCall[] = [];
  let language = '';
  const text = readFileSync(new URL('golden-calls.md', import.meta.url), 'utf8');
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) language = line.slice(3);
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length < 8 || cells[1] === 'prompt' || cells[1]?.startsWith('---')) continue;
    const [, prompt = '', carries = '', kinds = '', tiers = '', must = ''] = cells;
    const [expected = '', todaysTier = null] = tiers.split(', today ');
    calls.push({
      language,
      prompt,
      carries: words(carries),
      kinds: kinds.split('/'),
      tiers: expected.split('/').flatMap(tierRange),
      todaysTier,
      must: words(must),
    });
  }
  return calls;
}

function words(cell: string): string[] {
  return cell.split(' ').filter((word) => word !== '');
}

function tierRange(range: string): string[] {
  const [from = '', to = from] = range.split('–');
  return TIERS.slice(TIERS.indexOf(from), TIERS.indexOf(to) + 1);
}
