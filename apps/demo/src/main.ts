/**
 * The terminal tour: ten calls through one wrapped model, on the simulator, or on OpenRouter with `--live` and a
 * key. Uses the public API only, so every line of it is something an app can do.
 */
import { chooseBackend } from './backend/choose-backend.ts';
import { describeTour } from './print/print-summary.ts';
import { describeVisit } from './print/print-visit.ts';
import { HELP, readArguments } from './read-arguments.ts';
import { takeTour } from './tour/take-tour.ts';

const interrupted = new AbortController();
process.once('SIGINT', () =>
  interrupted.abort(new Error('Interrupted: the running call was cancelled.')),
);

try {
  const { help, live, seed } = readArguments(process.argv.slice(2));
  if (help) print([HELP]);
  else await tour(live, seed);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function tour(live: boolean, seed: number): Promise<void> {
  const backend = chooseBackend({ live, seed, apiKey: process.env['OPENROUTER_API_KEY'] });
  const mark = backend.simulated ? ' · SIMULATED' : '';
  print([backend.introduction, '']);
  const visits = [];
  for await (const visit of takeTour({ backend, abortSignal: interrupted.signal })) {
    visits.push(visit);
    print(describeVisit(visit, visits.length, mark));
  }
  print(describeTour(visits, mark));
}

function print(lines: readonly string[]): void {
  console.log(lines.join('\n'));
}
