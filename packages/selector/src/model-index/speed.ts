import type { Endpoint } from '@tierwise/catalog/endpoints';

/** How fast a model answers; `null` where nobody has measured. */
export interface Speed {
  /** Milliseconds to the first token. */
  readonly latencyMs: number | null;
  readonly tokensPerSecond: number | null;
}

/** Speeds that you have measured, by model id; each member wins over what endpoints report. */
export type SpeedTable = Readonly<Record<string, MeasuredSpeed>>;

/** What of a model's speed you have measured. */
export type MeasuredSpeed = { readonly [Name in keyof Speed]?: Speed[Name] | undefined };

/** The middle one of the endpoints' medians: which of them serves a call is OpenRouter's choice. */
export function speedOf(endpoints: readonly Endpoint[], measured: MeasuredSpeed = {}): Speed {
  const { latencyMs, tokensPerSecond } = measured;
  return {
    latencyMs: latencyMs ?? middle(endpoints.map((endpoint) => endpoint.latencyMs?.p50)),
    tokensPerSecond:
      tokensPerSecond ?? middle(endpoints.map((endpoint) => endpoint.tokensPerSecond?.p50)),
  };
}

function middle(values: readonly (number | null | undefined)[]): number | null {
  const known = values.filter((value) => value != null).toSorted((one, other) => one - other);
  return known[Math.floor(known.length / 2)] ?? null;
}
