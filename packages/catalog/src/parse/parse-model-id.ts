/** `author/slug`, optionally `~` in front (alias) and `:variant` behind. */
const MODEL_ID =
  /^(~?)([A-Za-z0-9][\w.-]{0,99})\/([A-Za-z0-9][\w.-]{0,149})(?::([a-z0-9-]{1,40}))?$/;

/** `vendor/slug:variant`, taken apart. */
export interface ModelIdParts {
  /** True for `~author/family-latest`, which points at another model over time. */
  readonly alias: boolean;
  readonly vendor: string;
  readonly slug: string;
  readonly variant: string | null;
}

/** Takes a model id apart; `null` when the text is no model id. */
export function parseModelId(id: string): ModelIdParts | null {
  const match = MODEL_ID.exec(id);
  if (match === null) return null;
  const [, tilde, vendor = '', slug = '', variant = null] = match;
  return { alias: tilde === '~', vendor, slug, variant };
}
