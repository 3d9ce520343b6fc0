/**
 * A simulated month of mixed traffic, through the real provider against the simulator: what each way of choosing costs, how
 * many calls it gets right, how long they take. Traffic, hardness and true abilities are made up (`replay/`), by other
 * formulas than the selector's, so that the table can contradict it. The body gives the older catalogue and the published
 * scores behind the true abilities; the ways do not see those.
 *
 *   node --conditions=@tierwise/source packages/selector/scripts/replay.ts <body of GET /models with benchmarks> [requests a day]
 */
import { readFileSync } from 'node:fs';
import { replayMonth } from './replay/replay-month.ts';
import { tableOf } from './replay/table-of.ts';

const [path, requests] = process.argv.slice(2);
if (path === undefined) {
  console.error('usage: replay.ts <body of GET /models with benchmarks> [requests a day]');
  process.exit(2);
}
const month = await replayMonth({
  older: JSON.parse(readFileSync(path, 'utf8')).data,
  days: 30,
  requestsPerDay: requests === undefined ? 90 : Number(requests),
});
console.log(tableOf(month));
