import type { Decimal } from '@tierwise/catalog/decimal';
import type { ExactRates } from '../rates/exact-rates.ts';
import type { TokenCounts } from '../usage/billable-usage.ts';
import { addCharge, type Charge } from './charge.ts';

export interface ChargeOutputOptions {
  readonly tokens: TokenCounts;
  readonly rates: ExactRates;
  /** Where the charges go. */
  readonly charges: Charge[];
}

/** Splits the answer. Images, audio and reasoning have lines of their own only where the row lists a rate for them. */
export function chargeOutput({ tokens, rates, charges }: ChargeOutputOptions): void {
  const image = priced(tokens.outputImage, rates.imageOutput, tokens.output);
  const audio = priced(tokens.outputAudio, rates.audioOutput, tokens.output - image);
  const reasoning = priced(tokens.reasoning, rates.reasoning, tokens.output - image - audio);
  addCharge(charges, 'output', tokens.output - image - audio - reasoning, rates.output);
  addCharge(charges, 'image-output', image, rates.imageOutput);
  addCharge(charges, 'audio-output', audio, rates.audioOutput);
  addCharge(charges, 'reasoning', reasoning, rates.reasoning);
}

/** The part that has a rate of its own; some reports count more of it than there is answer. */
function priced(quantity: number, rate: Decimal | undefined, rest: number): number {
  return rate === undefined ? 0 : Math.min(quantity, rest);
}
