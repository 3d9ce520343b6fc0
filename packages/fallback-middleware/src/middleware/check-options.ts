import { FallbackOptionsError } from '../errors/fallback-options-error.ts';
import type { FallbackModelOptions } from './create-fallback-model.ts';

// A name that is missing here, or here in vain, does not compile.
const known: Readonly<Record<keyof FallbackModelOptions, true>> = {
  attemptTimeoutMs: true,
  backoffBaseMs: true,
  backoffCapMs: true,
  clock: true,
  continueText: true,
  events: true,
  failurePolicy: true,
  featureMemory: true,
  firstContentTimeoutMs: true,
  gate: true,
  health: true,
  hedge: true,
  hold: true,
  hygiene: true,
  judge: true,
  maxAttempts: true,
  metadata: true,
  minAttemptMs: true,
  modelId: true,
  models: true,
  provider: true,
  random: true,
  retryBudget: true,
  stallTimeoutMs: true,
  stickiness: true,
  streamRetryMemory: true,
  successors: true,
  supportedUrls: true,
  telemetry: true,
  totalTimeoutMs: true,
  verify: true,
};

/** Refuses what would silently do nothing. @throws FallbackOptionsError for an unknown option and a `hold` that is none. */
export function checkOptions(options: Readonly<Partial<FallbackModelOptions>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && !Object.hasOwn(known, name)) throw unknownOption(name, value);
  }
  const { hold = 'text' } = options;
  const isMode = hold === 'first-content' || hold === 'text' || hold === 'until-valid';
  if (isMode || (typeof hold === 'number' && hold >= 0)) return;
  throw new FallbackOptionsError({
    path: 'hold',
    expected: "'first-content', 'text', 'until-valid' or a number of characters",
    received: hold,
  });
}

function unknownOption(path: string, received: unknown): FallbackOptionsError {
  const near = Object.keys(known)
    .map((name) => ({ name, edits: editsBetween(path.toLowerCase(), name.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits)[0];
  const hint = near !== undefined && near.edits <= 4 ? `; did you mean "${near.name}"?` : '';
  const expected = `left out (there is no such option${hint})`;
  return new FallbackOptionsError({ path, expected, received });
}

/** Levenshtein's distance: characters to insert, delete or replace. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let at = 0; at < a.length; at++) {
    const next = [at + 1];
    for (let column = 0; column < b.length; column++) {
      const replaced = (row[column] ?? 0) + (a[at] === b[column] ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
