/**
 * In: nothing. Out: what OpenRouter listed over time, from dated lists on record, for `diffCatalogs` and for looking back.
 * Called by: whoever asks what changed since a day. A separate entry, because it is most of the bytes.
 */
import type { CatalogHistory } from './history/catalog-history.ts';
import type { HistoryFile } from './history/history-file.ts';
import { historyText } from './history/history.generated.ts';
import { readHistory } from './history/read-history.ts';

export type { CatalogHistory } from './history/catalog-history.ts';
export type { HistoryFacts, HistoryPoint } from './history/history-file.ts';

let loaded: CatalogHistory | undefined;

/** The bundled history. Read on the first call, the same object afterwards. */
export function bundledHistory(): CatalogHistory {
  loaded ??= loadHistory();
  return loaded;
}

function loadHistory(): CatalogHistory {
  // Unchecked: our own generator wrote the text, and a test reads every row of it.
  const file: HistoryFile = JSON.parse(historyText);
  return readHistory(file);
}
