import { z } from 'zod';

type Maybe<T> = T | null | undefined;

/**
 * One entry of `GET /models`, as far as we read it. Everything else passes through, because OpenRouter adds
 * fields and enum values without notice. Prices stay unchecked here: a price that makes no sense costs the
 * model that price, not its place in the list.
 */
export interface WireModel {
  readonly id: string;
  readonly name?: Maybe<string>;
  readonly canonical_slug?: Maybe<string>;
  /** Unix seconds. */
  readonly created?: Maybe<number>;
  readonly context_length?: Maybe<number>;
  readonly hugging_face_id?: Maybe<string>;
  readonly knowledge_cutoff?: Maybe<string>;
  readonly expiration_date?: Maybe<string>;
  readonly supported_parameters?: Maybe<readonly string[]>;
  readonly architecture?: Maybe<WireArchitecture>;
  readonly top_provider?: Maybe<WireTopProvider>;
  readonly pricing?: Maybe<Readonly<Record<string, unknown>>>;
  readonly alias_target?: Maybe<{ readonly slug: string }>;
  readonly reasoning?: Maybe<WireReasoning>;
  readonly benchmarks?: Maybe<WireBenchmarks>;
}

export interface WireArchitecture {
  readonly input_modalities?: Maybe<readonly string[]>;
  readonly output_modalities?: Maybe<readonly string[]>;
  readonly tokenizer?: Maybe<string>;
}

export interface WireTopProvider {
  readonly context_length?: Maybe<number>;
  readonly max_completion_tokens?: Maybe<number>;
  readonly is_moderated?: Maybe<boolean>;
}

export interface WireReasoning {
  readonly mandatory?: Maybe<boolean>;
  readonly supported_efforts?: Maybe<readonly (string | null)[]>;
  readonly default_effort?: Maybe<string>;
}

export interface WireBenchmarks {
  /** Index by name (`intelligence_index`, …). */
  readonly artificial_analysis?: Maybe<Readonly<Record<string, unknown>>>;
  readonly design_arena?: Maybe<readonly WireArenaRank[]>;
}

export interface WireArenaRank {
  readonly arena: string;
  readonly category: string;
  readonly elo: number;
}

const text = z.string().nullish();

const number = z.number().nullish();

const texts = z.array(z.string()).nullish();

const flag = z.boolean().nullish();

/** Checks one entry of the list. */
export const wireModelSchema: z.ZodType<WireModel> = z.looseObject({
  id: z.string(),
  name: text,
  canonical_slug: text,
  created: number,
  context_length: number,
  hugging_face_id: text,
  knowledge_cutoff: text,
  expiration_date: text,
  supported_parameters: texts,
  architecture: z
    .looseObject({ input_modalities: texts, output_modalities: texts, tokenizer: text })
    .nullish(),
  top_provider: z
    .looseObject({ context_length: number, max_completion_tokens: number, is_moderated: flag })
    .nullish(),
  pricing: z.record(z.string(), z.unknown()).nullish(),
  alias_target: z.looseObject({ slug: z.string() }).nullish(),
  reasoning: z
    .looseObject({
      mandatory: flag,
      supported_efforts: z.array(z.string().nullable()).nullish(),
      default_effort: text,
    })
    .nullish(),
  benchmarks: z
    .looseObject({
      artificial_analysis: z.record(z.string(), z.unknown()).nullish(),
      design_arena: z
        .array(z.looseObject({ arena: z.string(), category: z.string(), elo: z.number() }))
        .nullish(),
    })
    .nullish(),
});

/** Checks the body: a list under `data`, or the bare list that older captures hold. Entries stay unchecked. */
export const wireBodySchema: z.ZodType<readonly unknown[]> = z.union([
  z.looseObject({ data: z.array(z.unknown()) }).transform((body) => body.data),
  z.array(z.unknown()),
]);
