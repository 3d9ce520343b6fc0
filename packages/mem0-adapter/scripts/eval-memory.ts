/** Measures how well the keyless memory finds what was said; the first argument is the folder of LoCoMo. */
import { chineseSets } from './eval-memory/chinese-set.ts';
import { locomoAbsent, locomoDirectory, readLocomo } from './eval-memory/locomo.ts';
import { runChinese } from './eval-memory/run-chinese.ts';
import { runLocomo } from './eval-memory/run-locomo.ts';

const directory = locomoDirectory(process.argv[2]);
if (directory === undefined) {
  console.log(locomoAbsent);
} else {
  const conversations = readLocomo(directory);
  for (const pool of ['turns', 'mixed'] as const) {
    const { questionCount, mean, recallAt10ByCategory, medianSearchMs } =
      // One after the other, so that the search times are those of a single caller.
      await runLocomo(conversations, pool);
    console.log(`LoCoMo, development part, ${pool}: ${questionCount} questions`);
    console.table({ [pool]: rounded({ ...mean, medianSearchMs }) });
    console.table({ 'recall@10 by category': rounded(recallAt10ByCategory) });
  }
}
for (const set of chineseSets) {
  const { missed, ...scores } = await runChinese(set);
  console.log(`Own set, ${set.name}`);
  console.table({ [set.name]: rounded(scores) });
  if (missed.length > 0) console.log(`Not among the first three: ${missed.join(' ')}`);
}

function rounded(scores: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(scores).map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
  );
}
