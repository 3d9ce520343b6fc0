import type { JSONObject, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { Model } from '@tierwise/catalog';

/** OpenRouter's efforts, weakest first. */
const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'];

/**
 * The AI SDK's `reasoning` as OpenRouter's `reasoning.effort`; OpenRouter's provider 3.1 drops the former
 * without a word. An effort that the model does not list becomes the nearest one that it does; a model
 * that must reason is not asked to stop.
 */
export function reasoningOption(
  reasoning: LanguageModelV4CallOptions['reasoning'],
  model: Pick<Model, 'capabilities' | 'reasoning'>,
): { reasoning?: JSONObject } {
  if (
    reasoning === undefined ||
    reasoning === 'provider-default' ||
    !model.capabilities.includes('reasoning')
  )
    return {};
  if (reasoning === 'none')
    return model.reasoning?.mandatory === true ? {} : { reasoning: { enabled: false } };
  return { reasoning: { effort: nearestEffort(reasoning, model.reasoning?.efforts ?? null) } };
}

function nearestEffort(wanted: string, offered: readonly string[] | null): string {
  const known = (offered ?? EFFORTS).filter(
    (effort) => EFFORTS.includes(effort) && effort !== 'none',
  );
  const distance = (effort: string): number =>
    Math.abs(EFFORTS.indexOf(effort) - EFFORTS.indexOf(wanted));
  return known.toSorted((one, other) => distance(one) - distance(other))[0] ?? wanted;
}
