import type { Model } from '../model.ts';
import { parseModelId } from '../parse/parse-model-id.ts';

/**
 * The id to look at instead of one that is gone: the same model without its variant where that is listed, else the
 * newest plain model of the same family (`claude-sonnet` of `claude-sonnet-4`). `null` when nothing is close.
 */
export function successorOf(id: string, listed: readonly Model[]): string | null {
  const [plain = id] = id.split(':');
  if (plain !== id && listed.some((model) => model.id === plain)) return plain;
  const family = familyOf(plain);
  if (family === null) return null;
  const relatives = listed.filter(
    (model) => model.variant === null && familyOf(model.id) === family,
  );
  return relatives.toSorted(newestFirst)[0]?.id ?? null;
}

/** `anthropic/claude-sonnet` of `anthropic/claude-sonnet-4.6`: the words before the first one with a digit. */
function familyOf(id: string): string | null {
  const parts = parseModelId(id);
  if (parts === null || parts.alias) return null;
  const words = parts.slug.split('-');
  const end = words.findIndex((word) => /\d/.test(word));
  return end <= 0 ? null : `${parts.vendor}/${words.slice(0, end).join('-')}`;
}

function newestFirst(a: Model, b: Model): number {
  const [dayA, dayB] = [a.createdOn ?? a.asOf, b.createdOn ?? b.asOf];
  return dayB.localeCompare(dayA, 'en') || b.id.localeCompare(a.id, 'en');
}
