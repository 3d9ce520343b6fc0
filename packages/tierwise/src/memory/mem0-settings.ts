import type { Model } from '@tierwise/catalog';

/** Settings of one model, as the OpenRouter provider takes them. */
export interface Mem0ModelSettings {
  readonly reasoning?:
    | { readonly enabled: false; readonly effort: 'none' }
    | { readonly enabled: true; readonly effort: 'minimal' | 'low' };
  /** Only hosts that honour the schema and the temperature. */
  readonly provider?: { readonly require_parameters: true };
}

/** As little reasoning as the model allows, and no host that ignores what is asked for. */
export function mem0Settings(model: Model): Mem0ModelSettings {
  const { capabilities } = model;
  const isHonoured =
    capabilities.includes('structured-output') && capabilities.includes('temperature');
  return {
    ...reasoningOf(model),
    ...(isHonoured && { provider: { require_parameters: true } as const }),
  };
}

function reasoningOf({ reasoning }: Model): Pick<Mem0ModelSettings, 'reasoning'> {
  if (reasoning === null) return {};
  if (!reasoning.mandatory) return { reasoning: { enabled: false, effort: 'none' } };
  const { efforts } = reasoning;
  if (efforts === null || efforts.includes('minimal')) {
    return { reasoning: { enabled: true, effort: 'minimal' } };
  }
  return efforts.includes('low') ? { reasoning: { enabled: true, effort: 'low' } } : {};
}
