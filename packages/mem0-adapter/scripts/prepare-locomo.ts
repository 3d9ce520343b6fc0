/**
 * Makes of LoCoMo's published file what `eval-memory.ts` and `choose-weights.ts` read:
 *
 *   node --conditions=@tierwise/source packages/mem0-adapter/scripts/prepare-locomo.ts <locomo10.json> <folder>
 *
 * In: `data/locomo10.json` of https://github.com/snap-research/LoCoMo (CC BY-NC 4.0: for evaluation only). Out, in
 * `<folder>/locomo`: `locomo-dev.json`, the first four of its ten conversations as they are (the others stay unseen), and
 * `locomo-dev.tokens.json`, the o200k tokens of their turns and facts: `{ conversations: [{ id, turns: number[], facts: number[] }] }`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { readConversation, type LocomoItem, type WireConversation } from './eval-memory/locomo.ts';

const developmentCount = 4;

const [published, folder] = process.argv.slice(2);
if (published === undefined || folder === undefined) {
  console.error('usage: prepare-locomo.ts <locomo10.json> <folder>');
  process.exit(2);
}
// The published file is fixed; what reads it fails by name where a field is missing.
const all: readonly WireConversation[] = JSON.parse(readFileSync(published, 'utf8'));
const development = all.slice(0, developmentCount);
const conversations = development.map((wire) => {
  const { id, sessions } = readConversation(wire);
  return {
    id,
    turns: tokensOf(sessions.flatMap(({ turns }) => turns)),
    facts: tokensOf(sessions.flatMap(({ facts }) => facts)),
  };
});
const directory = join(folder, 'locomo');
mkdirSync(directory, { recursive: true });
writeFileSync(join(directory, 'locomo-dev.json'), JSON.stringify(development));
writeFileSync(
  join(directory, 'locomo-dev.tokens.json'),
  JSON.stringify({ tokenizer: 'o200k_base', conversations }),
);
console.log(`Wrote ${conversations.length} conversations to ${directory}.`);

function tokensOf(items: readonly LocomoItem[]): number[] {
  return items.map(({ text }) => countTokens(text));
}
