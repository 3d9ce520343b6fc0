/**
 * Where the last good list outlives the process. Any key-value store will do: `read` gives the text that `write` was
 * given last, or `null`. Both may fail; a cache that fails costs a refresh, never an answer.
 */
export interface CatalogCache {
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
}
