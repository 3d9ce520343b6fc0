import type { Catalog } from '../catalog/catalog.ts';
import type { ModelProblem, RejectedEntry } from '../parse/parse-models.ts';

/** How a refresh ended. It never throws, because offline is normal. */
export type RefreshOutcome =
  | {
      readonly type: 'updated';
      readonly catalog: Catalog;
      readonly rejected: readonly RejectedEntry[];
      readonly problems: readonly ModelProblem[];
    }
  /** The server says that nothing changed. */
  | { readonly type: 'unchanged' }
  /** The last check is too recent; nothing was asked. */
  | { readonly type: 'not-due' }
  /** The list looks damaged, so the one before is kept. */
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'failed'; readonly error: unknown };

/** How fresh the list in use is. */
export interface LiveCatalogStatus {
  /** When the list in use was confirmed by OpenRouter; `null` for the fallback. */
  readonly checkedAt: Date | null;
  /** The list was not confirmed for longer than `maxAgeMs`. */
  readonly stale: boolean;
  /** How the last refresh that asked ended; `null` before the first one. */
  readonly lastOutcome: RefreshOutcome | null;
}

/** How to refresh by hand. */
export interface RefreshOptions {
  /** Ask even when the last check is recent, and believe what comes even when it looks damaged. Default: false. */
  readonly force?: boolean;
}

/** A catalogue that keeps itself fresh. */
export interface LiveCatalog {
  /**
   * The best list there is now, at once. When it is older than `maxAgeMs`, a refresh starts behind it; later
   * calls see its result.
   */
  current(): Catalog;
  status(): LiveCatalogStatus;
  /** Asks OpenRouter. Callers that ask at the same time share one request. */
  refresh(options?: RefreshOptions): Promise<RefreshOutcome>;
}
