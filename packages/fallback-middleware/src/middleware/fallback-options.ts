import type { LanguageOptions } from '../language/language-options.ts';
import type { ModelList } from './model-list.ts';

/** Options of {@link fallback} and {@link createFallbackModel}. */
export interface FallbackOptions extends LanguageOptions {
  /** Whom to ask, best first. */
  readonly models: ModelList;
}
