import type { Catalog, Model } from '@tierwise/catalog';
import { MEMORY_MODELS } from '@tierwise/catalog/presets';
import { findStandIn } from './find-stand-in.ts';
import { type Mem0ModelSettings, mem0Settings } from './mem0-settings.ts';

/** What a model of the preset was recommended for. */
export type Mem0Role = 'default' | 'cheapest' | 'stable';

/** One model to extract memories with, as `openrouter(modelId, settings)` takes it. */
export interface Mem0PresetModel {
  readonly role: Mem0Role;
  readonly modelId: string;
  readonly settings: Mem0ModelSettings;
  /** The model that was recommended, and why this one stands in for it. */
  readonly standsInFor?: { readonly modelId: string; readonly reason: string };
}

/** Models for Mem0's extraction, checked against a catalogue. */
export interface Mem0Preset {
  /** In the order in which to ask them. */
  readonly models: readonly Mem0PresetModel[];
  /** Recommended models that are gone and that nothing could replace. */
  readonly dropped: readonly { readonly modelId: string; readonly reason: string }[];
}

const [defaultId = '', ...stableIds] = MEMORY_MODELS.pools['fallback'] ?? [];

const chain: readonly (readonly [role: Mem0Role, modelId: string])[] = [
  ['default', defaultId],
  // The lowest price of the list among those with structured outputs and a large window.
  ['cheapest', 'arcee-ai/trinity-mini'],
  ...stableIds.map((modelId) => ['stable', modelId] as const),
];

/**
 * The recommended chain for Mem0's extraction (default, cheapest, stable; of spring 2026), against a
 * catalogue of today: pinned ids, settings that each model supports, a stand-in with its reason for
 * a model that is gone. Give the models to `createMem0Llm({ models })`.
 */
export function mem0Preset(catalog: Catalog): Mem0Preset {
  const models: Mem0PresetModel[] = [];
  const dropped: Mem0Preset['dropped'][number][] = [];
  for (const [role, modelId] of chain) {
    const listed = catalog.get(modelId);
    const taken = models.map((model) => model.modelId);
    const found = listed ? { model: listed } : findStandIn({ catalog, modelId, taken });
    if (!('model' in found)) dropped.push({ modelId, reason: found.reason });
    else if (!taken.includes(found.model.id)) models.push(toPresetModel(role, modelId, found));
  }
  return { models, dropped };
}

interface Found {
  readonly model: Model;
  readonly reason?: string;
}

function toPresetModel(role: Mem0Role, wanted: string, { model, reason }: Found): Mem0PresetModel {
  return {
    role,
    modelId: model.id,
    settings: mem0Settings(model),
    ...(reason !== undefined && { standsInFor: { modelId: wanted, reason } }),
  };
}
