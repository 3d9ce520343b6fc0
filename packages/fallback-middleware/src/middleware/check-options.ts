import { chainOptionNames } from '../candidate/chain-option-names.ts';
import { refuseUnknown, type KnownNames } from '../candidate/refuse-unknown.ts';
import { FallbackOptionsError } from '../errors/fallback-options-error.ts';
import type { FallbackModelOptions } from './create-fallback-model.ts';

const known: KnownNames<FallbackModelOptions> = {
  ...chainOptionNames,
  continueText: true,
  featureMemory: true,
  gate: true,
  health: true,
  hedge: true,
  hold: true,
  hygiene: true,
  judge: true,
  metadata: true,
  modelId: true,
  models: true,
  provider: true,
  stickiness: true,
  streamRetryMemory: true,
  successors: true,
  supportedUrls: true,
  verify: true,
};

/** Refuses what would silently do nothing. @throws FallbackOptionsError for an unknown option and a `hold` that is none. */
export function checkOptions(options: Readonly<Partial<FallbackModelOptions>>): void {
  refuseUnknown(options, known);
  const { hold = 'text' } = options;
  const isMode = hold === 'first-content' || hold === 'text' || hold === 'until-valid';
  if (isMode || (typeof hold === 'number' && hold >= 0)) return;
  throw new FallbackOptionsError({
    path: 'hold',
    expected: "'first-content', 'text', 'until-valid' or a number of characters",
    received: hold,
  });
}
