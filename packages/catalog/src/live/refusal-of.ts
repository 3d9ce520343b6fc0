import type { Catalog } from '../catalog/catalog.ts';
import type { Model } from '../model.ts';

export interface RefusalOptions {
  readonly known: Catalog;
  readonly received: Catalog;
}

/** Between two checks of one day OpenRouter never lost more than a few ids; half a year apart it lost 44 %. */
const MAX_LOST_SHARE = 0.3;
const RECENT_DAYS = 14;
const MIN_SIZE_SHARE = 0.5;
const MAX_ZEROED_SHARE = 0.05;
const MIN_ZEROED = 5;

/**
 * Why a list should not replace the one in use; `null` when it may. Guards against half a list and against a list whose
 * prices fell to zero. Single odd prices pass: `diffCatalogs` reports them.
 */
export function refusalOf({ known, received }: RefusalOptions): string | null {
  return (
    sizeRefusal({ known, received }) ??
    lossRefusal({ known, received }) ??
    zeroRefusal({ known, received })
  );
}

function sizeRefusal({ known, received }: RefusalOptions): string | null {
  const [before, now] = [known.models.length, received.models.length];
  return now < before * MIN_SIZE_SHARE ? `it holds ${now} models where there were ${before}` : null;
}

/** Counts only against a recent list: with the months many models leave for good. */
function lossRefusal({ known, received }: RefusalOptions): string | null {
  if (Date.parse(received.asOf) - Date.parse(known.asOf) > RECENT_DAYS * 86_400_000) return null;
  const lost = known.models.filter((model) => received.get(model.id) === undefined).length;
  return lost > known.models.length * MAX_LOST_SHARE
    ? `it lost ${lost} of ${known.models.length} models`
    : null;
}

function zeroRefusal({ known, received }: RefusalOptions): string | null {
  const priced = known.models.filter(
    (model) => isPriced(model) && received.get(model.id) !== undefined,
  );
  const zeroed = priced.filter((model) => isZero(received.get(model.id))).length;
  const isMass = zeroed >= MIN_ZEROED && zeroed > priced.length * MAX_ZEROED_SHARE;
  return isMass ? `${zeroed} of ${priced.length} prices fell to zero` : null;
}

function isPriced({ prices }: Model): boolean {
  return /[1-9]/.test(prices.rates.input ?? '') || /[1-9]/.test(prices.rates.output ?? '');
}

function isZero(model: Model | undefined): boolean {
  return model !== undefined && !model.prices.dynamic && !isPriced(model);
}
