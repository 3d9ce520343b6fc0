import type { Catalog, Model } from '@tierwise/catalog';

export interface FindStandInOptions {
  readonly catalog: Catalog;
  /** The model that is gone. */
  readonly modelId: string;
  /** Models that are in the chain already. */
  readonly taken: readonly string[];
}

export type StandIn =
  | { readonly model: Model; readonly reason: string }
  /** Nothing will do. */
  | { readonly reason: string };

// What Mem0 spends: 248 tokens of input for one of output.
const inputShare = 0.996;

/** Another model for memories: the successor, else the cheapest of the same vendor, else of all. */
export function findStandIn({ catalog, modelId, taken }: FindStandInOptions): StandIn {
  const tombstone = catalog.tombstone(modelId);
  const gone = tombstone ? `gone since ${tombstone.missingOn}` : 'not in the catalogue';
  const suitable = suitableModels(catalog).filter(({ id }) => !taken.includes(id));
  const successor = suitable.find(({ id }) => id === tombstone?.successor);
  if (successor) return { model: successor, reason: `${gone}; this is its successor` };
  const ofVendor = suitable.find(({ vendor }) => modelId.startsWith(`${vendor}/`));
  if (ofVendor) return { model: ofVendor, reason: `${gone}; the cheapest of its vendor that fits` };
  const [cheapest] = suitable;
  return cheapest
    ? { model: cheapest, reason: `${gone}; the cheapest that fits` }
    : { reason: `${gone}; no model with structured output stands in` };
}

function suitableModels(catalog: Catalog): readonly Model[] {
  return catalog.find({
    capabilities: ['structured-output', 'temperature'],
    inputModalities: ['text'],
    outputModalities: ['text'],
    variants: [null],
    free: false,
    minContextTokens: 32_768,
    sortBy: 'price',
    blend: { inputShare },
  });
}
