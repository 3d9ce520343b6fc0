/**
 * In: nothing. Out: the catalogue that ships with this package, dated, for the first run and for offline work.
 * Called by: whoever wants an answer before the first refresh. A separate entry, because it is most of the bytes.
 */
import type { Catalog } from './catalog/catalog.ts';
import { createCatalog } from './catalog/create-catalog.ts';
import { readSnapshot } from './snapshot/read-snapshot.ts';
import type { SnapshotFile } from './snapshot/snapshot-row.ts';
import { snapshotText } from './snapshot/snapshot.generated.ts';
import type { Tombstone } from './tombstone/tombstone.ts';
import { tombstonesText } from './tombstone/tombstones.generated.ts';

let loaded: Catalog | undefined;

/** The bundled catalogue. Read on the first call, the same object afterwards; it never changes. */
export function bundledCatalog(): Catalog {
  loaded ??= loadSnapshot();
  return loaded;
}

function loadSnapshot(): Catalog {
  // Unchecked: our own generators wrote both texts, and a test reads every row of them.
  const file: SnapshotFile = JSON.parse(snapshotText);
  const gone: { readonly models: readonly Tombstone[] } = JSON.parse(tombstonesText);
  return createCatalog({
    models: readSnapshot(file),
    asOf: file.asOf,
    source: 'snapshot',
    tombstones: gone.models,
  });
}
