import type { LanguageOptions } from '../language/language-options.ts';
import type { ModelList } from './model-list.ts';

/** Options of {@link fallback} and {@link createFallbackModel}. */
export interface FallbackOptions extends LanguageOptions {
  /** Whom to ask, best first. */
  readonly models: ModelList;
  /**
   * URLs that every model reads by itself; all others are downloaded by the AI SDK before the call. Worth telling
   * where `models` is a function. Default: what a plain list has in common; with a function the wrapped model's own
   * for {@link fallback}, none for {@link createFallbackModel}.
   */
  readonly supportedUrls?: Record<string, RegExp[]>;
}
