import { writeFileSync } from 'node:fs';
import { readOutcomes } from './routing/read-outcomes.ts';

/**
 * Forms `{ prompt, weak, strong }` files of the routing data, one a collection, as `eval.ts` reads them.
 *
 *   node --conditions=@tierwise/source packages/selector/scripts/write-pairs.ts <folder of the routing data> <output folder>
 */
const [folder, output] = process.argv.slice(2);
if (folder === undefined || output === undefined) {
  console.error('usage: write-pairs.ts <folder of the routing data> <output folder>');
  process.exit(2);
}
const items = readOutcomes(folder);
for (const collection of new Set(items.map((item) => item.collection))) {
  const lines = items
    .filter((item) => item.collection === collection)
    .map(({ prompt, weak, strong }) => JSON.stringify({ prompt, weak, strong }));
  writeFileSync(`${output}/${collection}.pairs.jsonl`, `${lines.join('\n')}\n`);
}
