import type { ExactRates } from '../rates/exact-rates.ts';
import type { TokenCounts } from '../usage/billable-usage.ts';
import type { Charge } from './charge.ts';

/** Splits the answer. Images, audio and reasoning have lines of their own only where the row lists a rate for them. */
export function chargeOutput(tokens: TokenCounts, rates: ExactRates): readonly Charge[] {
  let rest = tokens.output;
  const take = (quantity: number, rate: bigint | undefined): number => {
    const taken = rate === undefined ? 0 : Math.min(quantity, rest);
    rest -= taken;
    return taken;
  };
  const image = take(tokens.outputImage, rates.imageOutput);
  const audio = take(tokens.outputAudio, rates.audioOutput);
  const reasoning = take(tokens.reasoning, rates.reasoning);
  return [
    { kind: 'output', quantity: rest, rate: rates.output },
    { kind: 'image-output', quantity: image, rate: rates.imageOutput },
    { kind: 'audio-output', quantity: audio, rate: rates.audioOutput },
    { kind: 'reasoning', quantity: reasoning, rate: rates.reasoning },
  ];
}
