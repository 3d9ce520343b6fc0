import { z } from 'zod';
import { InvalidCatalogError } from '../errors/invalid-catalog-error.ts';
import type { IsoDate, Model } from '../model.ts';
import { parseModel } from './parse-model.ts';
import { parseModelId } from './parse-model-id.ts';
import { describeValue } from './report-problem.ts';
import { wireBodySchema, wireModelSchema } from './wire-model.ts';

/** What the body itself does not say. */
export interface ParseModelsOptions {
  /** The day the body was fetched; every model carries it. */
  readonly asOf: IsoDate;
}

/** An entry of the list that is no usable model. */
export interface RejectedEntry {
  readonly index: number;
  readonly id?: string;
  readonly reason: string;
}

/** Something that was left out of a model that is otherwise usable, an unreadable price for example. */
export interface ModelProblem {
  readonly id: string;
  readonly field: string;
  readonly reason: string;
}

/** The usable models of a body, the entries that are none, and what was left out of usable ones. */
export interface ParsedModels {
  readonly models: readonly Model[];
  readonly rejected: readonly RejectedEntry[];
  readonly problems: readonly ModelProblem[];
}

type Entry =
  | { readonly model: Model; readonly problems: readonly ModelProblem[] }
  | { readonly rejected: RejectedEntry };

/**
 * Reads a body of `GET /models`. One bad entry is reported and skipped, the others are served; fields and enum
 * values that we do not know survive.
 *
 * @throws InvalidCatalogError when the body is no list of models at all.
 */
export function parseModels(body: unknown, { asOf }: ParseModelsOptions): ParsedModels {
  const list = wireBodySchema.safeParse(body);
  if (!list.success)
    throw new InvalidCatalogError({ reason: `${describeValue(body)} holds no list of models` });
  const models = new Map<string, Model>();
  const rejected: RejectedEntry[] = [];
  const problems: ModelProblem[] = [];
  for (const [index, wire] of list.data.entries()) {
    const entry = parseEntry({ wire, index, asOf });
    if ('rejected' in entry) rejected.push(entry.rejected);
    else if (models.has(entry.model.id))
      rejected.push({ index, id: entry.model.id, reason: 'appears twice' });
    else {
      models.set(entry.model.id, entry.model);
      problems.push(...entry.problems);
    }
  }
  return { models: [...models.values()], rejected, problems };
}

function parseEntry({ wire, index, asOf }: { wire: unknown; index: number; asOf: IsoDate }): Entry {
  const parsed = wireModelSchema.safeParse(wire);
  if (!parsed.success)
    return { rejected: { index, ...idOf(wire), reason: z.prettifyError(parsed.error) } };
  const parts = parseModelId(parsed.data.id);
  if (parts === null) {
    return {
      rejected: { index, reason: `${describeValue(parsed.data.id)} is no model id (author/slug)` },
    };
  }
  const problems: ModelProblem[] = [];
  const report = (field: string, reason: string): void => {
    problems.push({ id: parsed.data.id, field, reason });
  };
  return { model: parseModel({ wire: parsed.data, parts, asOf, report }), problems };
}

function idOf(wire: unknown): { id?: string } {
  if (typeof wire !== 'object' || wire === null || !('id' in wire)) return {};
  return typeof wire.id === 'string' ? { id: wire.id.slice(0, 200) } : {};
}
