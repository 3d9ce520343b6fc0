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

/** Capabilities as bits. */
export function capabilityMask(names: readonly Capability[]): number {
  return maskOf(names, CAPABILITIES, 0);
}

/** Needed capabilities as bits; one that is not known here is had by nobody. */
export function neededCapabilityMask(names: readonly Capability[]): number {
  return maskOf(names, CAPABILITIES, UNKNOWN_BIT);
}

/** Modalities as bits. */
export function modalityMask(names: readonly Modality[]): number {
  return maskOf(names, MODALITIES, 0);
}

/** Needed modalities as bits; one that is not known here is had by nobody. */
export function neededModalityMask(names: readonly Modality[]): number {
  return maskOf(names, MODALITIES, UNKNOWN_BIT);
}

function maskOf<Name>(names: readonly Name[], known: readonly Name[], unknown: number): number {
  let mask = 0;
  for (const name of names) {
    const place = known.indexOf(name);
    mask |= place === -1 ? unknown : 1 << place;
  }
  return mask;
}
