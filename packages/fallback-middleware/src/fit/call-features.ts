import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { InputModality } from '../candidate/candidate-facts.ts';
import { modalitiesOf } from './modalities-of.ts';

/** What a call can ask of a model beyond reading and writing text. */
export type CallFeature = 'tools' | 'structured output' | Exclude<InputModality, 'text'>;

/** The features a call uses. */
export function featuresOf(params: LanguageModelV4CallOptions): CallFeature[] {
  const features: CallFeature[] = [];
  if (usesTools(params)) features.push('tools');
  if (wantsStructuredOutput(params)) features.push('structured output');
  for (const modality of modalitiesOf(params.prompt)) {
    if (modality !== 'text') features.push(modality);
  }
  return features;
}

/** Whether the call brings functions of its own. */
export function usesTools({ tools }: LanguageModelV4CallOptions): boolean {
  return tools?.some((tool) => tool.type === 'function') ?? false;
}

/** Whether the answer must follow a schema. */
export function wantsStructuredOutput({ responseFormat }: LanguageModelV4CallOptions): boolean {
  return responseFormat?.type === 'json' && responseFormat.schema !== undefined;
}
