import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { IsoDate } from '../src/model.ts';

/** USD per 1M tokens; a cache price of 0 means none listed. */
export interface ListedCost {
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number | undefined;
  readonly cacheWrite?: number | undefined;
}

/** A model as pi-ai's generated list tells it. */
export interface ListedModel {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly cost: ListedCost & {
    readonly tiers?: readonly (ListedCost & { readonly inputTokensAbove: number })[] | undefined;
  };
  readonly contextWindow?: number | undefined;
  readonly maxTokens?: number | undefined;
  readonly reasoning?: boolean | undefined;
  readonly input: readonly string[];
}

export interface NewerList {
  readonly source: string;
  readonly date: IsoDate;
  /** Tool-capable text models. The list names some ids twice, once for each type: only `chat` is read. */
  readonly models: readonly ListedModel[];
}

/** Reads a list of the shape that the npm package `@earendil-works/pi-ai` ships, dated. */
export async function readNewerList(path: string): Promise<NewerList> {
  const { source, date, models } = listSchema().parse(JSON.parse(await readFile(path, 'utf8')));
  return {
    source,
    date,
    models: models.filter(({ id, type }) => type === 'chat' && id.includes('/')),
  };
}

interface ListFile {
  readonly source: string;
  readonly date: IsoDate;
  readonly models: readonly ListedModel[];
}

function listSchema(): z.ZodType<ListFile> {
  const cost = z.object({
    input: z.number(),
    output: z.number(),
    cacheRead: z.number().optional(),
    cacheWrite: z.number().optional(),
  });
  const tier = cost.extend({ inputTokensAbove: z.number() });
  const model = z.object({
    id: z.string(),
    type: z.string(),
    name: z.string(),
    cost: cost.extend({ tiers: z.array(tier).optional() }),
    contextWindow: z.number().optional(),
    maxTokens: z.number().optional(),
    reasoning: z.boolean().optional(),
    input: z.array(z.string()),
  });
  return z.object({ source: z.string(), date: z.string(), models: z.array(model) });
}
