/** A day in UTC, `YYYY-MM-DD`. */
export type IsoDate = string;

/** What goes in or comes out. OpenRouter adds values over time; unknown ones survive as plain strings. */
export type Modality = 'text' | 'image' | 'file' | 'audio' | 'video' | (string & {});

/**
 * What a model can be asked for, as a closed set of our own. OpenRouter's own words
 * (`supported_parameters`) stay untouched in {@link Model.parameters}.
 */
export type Capability =
  | 'json-object'
  | 'logprobs'
  | 'parallel-tool-calls'
  | 'reasoning'
  | 'seed'
  | 'stop'
  | 'structured-output'
  | 'temperature'
  | 'tool-choice'
  | 'tools'
  | 'web-search';

/**
 * The things OpenRouter charges for. `input` … `audioCacheRead` are USD per token, `request` is USD per
 * request and `webSearch` USD per search. `cacheWrite` is the 5-minute write, `cacheWrite1h` the 1-hour one.
 */
export type RateName =
  | 'input'
  | 'output'
  | 'cacheRead'
  | 'cacheWrite'
  | 'cacheWrite1h'
  | 'reasoning'
  | 'image'
  | 'imageOutput'
  | 'audio'
  | 'audioOutput'
  | 'audioCacheRead'
  | 'request'
  | 'webSearch';

/**
 * Prices as exact decimal strings. An absent `input` or `output` means that the price is unknown, which is
 * not zero; an absent special rate means that OpenRouter lists none for this model.
 */
export type Rates = { readonly [Name in RateName]?: string };

/** Prices that replace the base rates when every stated condition holds; a later override wins per rate. */
export interface PriceOverride {
  /** Applies when the whole prompt, cached tokens included, is strictly larger than this. */
  readonly inputTokensAbove?: number;
  /** Start of a daily UTC window as HHMM (`130` is 01:30), inclusive. The window may wrap midnight. */
  readonly utcStart?: number;
  /** End of the daily UTC window as HHMM, exclusive. */
  readonly utcEnd?: number;
  /** Weekdays of the window as OpenRouter names them. */
  readonly utcDays?: readonly string[];
  readonly rates: Rates;
}

/** What a model costs: base rates, and what replaces them under conditions. */
export interface Prices {
  readonly rates: Rates;
  readonly overrides: readonly PriceOverride[];
  /** True for routers: the price depends on the model that answers, so it is unknown before the call. */
  readonly dynamic: boolean;
}

/** How a model reasons, in the words of `reasoning.effort`. */
export interface ReasoningSupport {
  /** The model cannot answer without reasoning. */
  readonly mandatory: boolean;
  /** Efforts that may be asked for; `null` means all. */
  readonly efforts: readonly string[] | null;
  readonly defaultEffort: string | null;
}

/**
 * A score that someone else measured. Whoever shows it names the source: OpenRouter passes these on under the condition
 * that Artificial Analysis and Design Arena are credited.
 */
export interface Benchmark {
  readonly source: 'artificial-analysis' | 'design-arena';
  /** `intelligence`, `coding`, `agentic` (index), or an arena and category: `models/website` (Elo). */
  readonly metric: string;
  readonly value: number;
  readonly asOf: IsoDate;
}

/** One model of the catalogue, in our own words. */
export interface Model {
  /** What a request names, for example `deepseek/deepseek-v4-flash` or `google/gemma-4-31b-it:free`. */
  readonly id: string;
  readonly name: string;
  /** The author part of the id without a leading `~`. */
  readonly vendor: string;
  /** The part after the colon (`free`, `batch`, `thinking`), or `null`. */
  readonly variant: string | null;
  /** The dated slug behind the id. Variants share it, so it identifies no single model. */
  readonly canonicalSlug: string | null;
  /** For a `~author/family-latest` id: the concrete id it points at, when known. */
  readonly aliasOf: string | null;
  /** The day the model was listed first. */
  readonly createdOn: IsoDate | null;
  /** The usable window: the smaller of the model's and its first provider's. */
  readonly contextTokens: number | null;
  readonly maxOutputTokens: number | null;
  readonly inputModalities: readonly Modality[];
  readonly outputModalities: readonly Modality[];
  readonly capabilities: readonly Capability[];
  /** OpenRouter's `supported_parameters`, untouched; empty when the source does not say. */
  readonly parameters: readonly string[];
  readonly reasoning: ReasoningSupport | null;
  /** OpenRouter's tokenizer family (`GPT`, `Claude`, `Qwen`, …). */
  readonly tokenizer: string | null;
  readonly prices: Prices;
  /** The announced last day. A hint: most removals are not announced, some announced ones do not happen. */
  readonly expiresOn: IsoDate | null;
  readonly knowledgeCutoff: IsoDate | null;
  /** OpenRouter filters the input of this model. `null` when the source does not say. */
  readonly moderated: boolean | null;
  /** Whether weights are published. `null` when the source does not say. */
  readonly openWeights: boolean | null;
  /** Scores by others. Absent when the source carries none; the bundled snapshot never does. */
  readonly benchmarks?: readonly Benchmark[];
  /** The day of the source body that these facts come from. */
  readonly asOf: IsoDate;
}
