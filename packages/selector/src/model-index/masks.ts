import type { Capability, Modality } from '@tierwise/catalog';

const CAPABILITIES: readonly Capability[] = [
  'json-object',
  'logprobs',
  'parallel-tool-calls',
  'reasoning',
  'seed',
  'stop',
  'structured-output',
  'temperature',
  'tool-choice',
  'tools',
  'web-search',
];

const MODALITIES: readonly Modality[] = ['text', 'image', 'file', 'audio', 'video'];

/** A bit that no model has: what is asked for and unknown must not pass. */
const UNKNOWN_BIT = 1 << 30;

/** What a model can do and read, as bits. */
export function offeredBits(
  capabilities: readonly Capability[],
  modalities: readonly Modality[],
): number {
  return bitsOf(capabilities, modalities, 0);
}

/** What a call needs, as bits: one comparison says whether a model has it all. What is not known here is had by nobody. */
export function neededBits(
  capabilities: readonly Capability[],
  modalities: readonly Modality[],
): number {
  return bitsOf(capabilities, modalities, UNKNOWN_BIT);
}

function bitsOf(
  capabilities: readonly Capability[],
  modalities: readonly Modality[],
  unknown: number,
): number {
  let bits = 0;
  for (const name of capabilities) bits |= bitAt(CAPABILITIES.indexOf(name), unknown);
  for (const name of modalities) {
    const place = MODALITIES.indexOf(name);
    bits |= bitAt(place === -1 ? -1 : CAPABILITIES.length + place, unknown);
  }
  return bits;
}

function bitAt(place: number, unknown: number): number {
  return place === -1 ? unknown : 1 << place;
}
