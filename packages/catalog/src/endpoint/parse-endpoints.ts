import { z } from 'zod';
import { InvalidCatalogError } from '../errors/invalid-catalog-error.ts';
import type { IsoDate } from '../model.ts';
import { parseCapabilities } from '../parse/parse-capabilities.ts';
import type { ModelProblem, RejectedEntry } from '../parse/parse-models.ts';
import { parsePrices } from '../parse/parse-prices.ts';
import { describeValue, type ReportProblem } from '../parse/report-problem.ts';
import type { Endpoint, Percentiles } from './endpoint.ts';
import { readTag } from './read-tag.ts';
import {
  type WireEndpoint,
  wireEndpointSchema,
  wireEndpointsSchema,
  type WirePercentiles,
} from './wire-endpoint.ts';

/** What the body itself does not say. */
export interface ParseEndpointsOptions {
  readonly asOf: IsoDate;
  /** The body is the list of endpoints that keep no data. Default: false, which leaves that unknown. */
  readonly zeroDataRetention?: boolean;
}

/** The usable endpoints of a body, the entries that are none, and what was left out of usable ones. */
export interface ParsedEndpoints {
  readonly endpoints: readonly Endpoint[];
  readonly rejected: readonly RejectedEntry[];
  readonly problems: readonly ModelProblem[];
}

/**
 * Reads a body of `GET /models/{id}/endpoints` or `GET /endpoints/zdr`. One bad entry is reported and skipped.
 *
 * @throws InvalidCatalogError when the body is no list of endpoints at all.
 */
export function parseEndpoints(body: unknown, options: ParseEndpointsOptions): ParsedEndpoints {
  const list = wireEndpointsSchema.safeParse(body);
  if (!list.success)
    throw new InvalidCatalogError({ reason: `${describeValue(body)} holds no list of endpoints` });
  const endpoints: Endpoint[] = [];
  const rejected: RejectedEntry[] = [];
  const problems: ModelProblem[] = [];
  for (const [index, entry] of list.data.entries()) {
    const wire = wireEndpointSchema.safeParse(entry);
    if (!wire.success) rejected.push({ index, reason: z.prettifyError(wire.error) });
    else {
      const report: ReportProblem = (field, reason) =>
        problems.push({ id: wire.data.tag, field, reason });
      endpoints.push(parseEndpoint(wire.data, options, report));
    }
  }
  return { endpoints, rejected, problems };
}

function parseEndpoint(
  wire: WireEndpoint,
  options: ParseEndpointsOptions,
  report: ReportProblem,
): Endpoint {
  const parameters = wire.supported_parameters ?? [];
  return {
    modelId: wire.model_id,
    provider: wire.provider_name,
    tag: wire.tag,
    quantization: wire.quantization === 'unknown' ? null : (wire.quantization ?? null),
    ...readTag(wire.tag),
    contextTokens: wire.context_length ?? null,
    maxInputTokens: wire.max_prompt_tokens ?? null,
    maxOutputTokens: wire.max_completion_tokens ?? null,
    prices: parsePrices(wire.pricing, report),
    status: wire.status ?? null,
    uptimePercent: {
      last5m: wire.uptime_last_5m ?? null,
      last30m: wire.uptime_last_30m ?? null,
      last1d: wire.uptime_last_1d ?? null,
    },
    latencyMs: parsePercentiles(wire.latency_last_30m),
    tokensPerSecond: parsePercentiles(wire.throughput_last_30m),
    capabilities: parseCapabilities(parameters),
    parameters,
    implicitCaching: wire.supports_implicit_caching ?? null,
    zeroDataRetention: options.zeroDataRetention === true ? true : null,
    asOf: options.asOf,
  };
}

function parsePercentiles(wire: WirePercentiles | null | undefined): Percentiles | null {
  if (wire === null || wire === undefined) return null;
  return {
    p50: wire.p50 ?? null,
    p75: wire.p75 ?? null,
    p90: wire.p90 ?? null,
    p99: wire.p99 ?? null,
  };
}
