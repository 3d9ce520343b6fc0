import type { Model } from './model.ts';

/** What the AI SDK says about an ability: `unknown` is not unsupported. */
export type SdkCapability = boolean | 'unknown';

/** The `language` section of the AI SDK's `ModelCapabilities` (`@ai-sdk/provider` 4), written without importing it. */
export interface SdkLanguageCapabilities {
  readonly inputs: { readonly image: SdkCapability; readonly audio: SdkCapability };
  readonly objectGeneration: SdkCapability;
  readonly tools: { readonly usage: SdkCapability; readonly streaming: SdkCapability };
  readonly reasoning: { readonly support: SdkCapability; readonly efforts?: readonly string[] };
  readonly sampling: {
    readonly temperature: SdkCapability;
    readonly topP: SdkCapability;
    readonly logprobs: SdkCapability;
  };
}

/** A model's abilities in the shape of the AI SDK's `ModelCapabilities`. What the source does not say is `unknown`. */
export function sdkCapabilities(model: Model): { readonly language: SdkLanguageCapabilities } {
  const listed = model.parameters.length > 0;
  const can = (present: boolean): SdkCapability => present || (listed ? false : 'unknown');
  const tools = can(model.capabilities.includes('tools'));
  const efforts = model.reasoning?.efforts ?? null;
  return {
    language: {
      inputs: {
        image: model.inputModalities.includes('image'),
        audio: model.inputModalities.includes('audio'),
      },
      objectGeneration: can(model.capabilities.includes('structured-output')),
      tools: { usage: tools, streaming: tools },
      reasoning: {
        support: can(model.capabilities.includes('reasoning')),
        ...(efforts !== null && { efforts }),
      },
      sampling: {
        temperature: can(model.capabilities.includes('temperature')),
        topP: can(model.parameters.includes('top_p')),
        logprobs: can(model.capabilities.includes('logprobs')),
      },
    },
  };
}
