import { parseArgs } from 'node:util';

export interface DemoArguments {
  readonly help: boolean;
  readonly live: boolean;
  readonly seed: number;
}

/** What `--help` prints. */
export const HELP = `Takes a terminal tour of Tierwise: ten calls through one wrapped model.

Usage: pnpm demo [--live] [--seed <number>] [--help]

  --live           call OpenRouter with OPENROUTER_API_KEY; costs a few cents at most
  --seed <number>  seed of the simulator's answers and latencies (default 1)
  --help           this text

Without --live the calls go to the simulator: no key, no network, no cost.`;

/**
 * Reads the command line.
 *
 * @throws Error naming the flag that is not known or the value that is no whole number.
 */
export function readArguments(args: readonly string[]): DemoArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      live: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
    },
  });
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed))
    throw new Error(`--seed takes a whole number, not "${values.seed}"`);
  return { help: values.help, live: values.live, seed };
}
