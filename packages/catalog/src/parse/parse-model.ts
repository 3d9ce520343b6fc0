import type { IsoDate, Model, ReasoningSupport } from '../model.ts';
import { parseBenchmarks } from './parse-benchmarks.ts';
import { parseCapabilities } from './parse-capabilities.ts';
import { parseExpiry } from './parse-expiry.ts';
import { parseIsoDate } from './parse-iso-date.ts';
import type { ModelIdParts } from './parse-model-id.ts';
import { parsePrices } from './parse-prices.ts';
import type { ReportProblem } from './report-problem.ts';
import type { WireModel } from './wire-model.ts';

export interface ParseModelOptions {
  readonly wire: WireModel;
  readonly parts: ModelIdParts;
  readonly asOf: IsoDate;
  readonly report: ReportProblem;
}

/** Puts one checked wire entry into our own words. */
export function parseModel({ wire, parts, asOf, report }: ParseModelOptions): Model {
  const parameters = wire.supported_parameters ?? [];
  return {
    id: wire.id,
    name: plainText(wire.name ?? wire.id),
    vendor: parts.vendor,
    variant: parts.variant,
    canonicalSlug: wire.canonical_slug ?? null,
    aliasOf: wire.alias_target?.slug ?? null,
    createdOn: dayOf(wire.created),
    contextTokens: smallest(wire.context_length, wire.top_provider?.context_length),
    maxOutputTokens: smallest(wire.top_provider?.max_completion_tokens),
    inputModalities: wire.architecture?.input_modalities ?? [],
    outputModalities: wire.architecture?.output_modalities ?? [],
    capabilities: parseCapabilities(parameters),
    parameters,
    reasoning: parseReasoning(wire.reasoning),
    tokenizer: wire.architecture?.tokenizer ?? null,
    prices: parsePrices(wire.pricing ?? {}, report),
    expiresOn: parseExpiry(wire.expiration_date),
    knowledgeCutoff: parseIsoDate(wire.knowledge_cutoff),
    moderated: wire.top_provider?.is_moderated ?? null,
    openWeights: wire.hugging_face_id === undefined ? null : Boolean(wire.hugging_face_id),
    ...(wire.benchmarks && { benchmarks: parseBenchmarks(wire.benchmarks, asOf) }),
    asOf,
  };
}

/** Names reach terminals and pages: control characters (escape sequences among them) stay outside. */
function plainText(text: string): string {
  return text.replaceAll(/\p{Cc}|\p{Cf}/gu, '').slice(0, 200);
}

function dayOf(unixSeconds: number | null | undefined): IsoDate | null {
  if (typeof unixSeconds !== 'number' || !(unixSeconds > 0 && unixSeconds < 4e9)) return null;
  return new Date(unixSeconds * 1000).toISOString().slice(0, 10);
}

/** The model and its first provider may state different sizes; only the smaller one always works. */
function smallest(...sizes: readonly (number | null | undefined)[]): number | null {
  const known = sizes.filter(
    (size): size is number => Number.isSafeInteger(size) && Number(size) > 0,
  );
  return known.length === 0 ? null : Math.min(...known);
}

function parseReasoning(wire: WireModel['reasoning']): ReasoningSupport | null {
  if (wire === undefined || wire === null) return null;
  return {
    mandatory: wire.mandatory ?? false,
    efforts: wire.supported_efforts?.filter((effort) => effort !== null) ?? null,
    defaultEffort: wire.default_effort ?? null,
  };
}
