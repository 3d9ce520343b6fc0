import type { Pricing } from '../catalog/model.ts';

/** Which calls a fault hits. Every field that is given must match; a fault without any hits every call. */
export interface FaultScope {
  /** Model id as asked, or a pattern with `*`: `"deepseek/*"`, `"*:free"`. */
  readonly model?: string;
  /**
   * Provider name or tag, or a pattern. Such a fault hits one endpoint's attempt, and OpenRouter's own fallback moves on to
   * the model's next endpoint. A fault without a provider hits the model whatever its endpoint.
   */
  readonly provider?: string;
  /** Default: `"chat"`. */
  readonly route?: FaultRoute;
  /** Only the n-th matching call, counted from 1, or only these. */
  readonly nth?: number | readonly number[];
  /** How often it strikes before it is spent. Default: without end. */
  readonly times?: number;
  /** Chance in [0, 1] to strike, drawn from the seed. Default: 1. */
  readonly probability?: number;
  /** Milliseconds since the epoch: strikes from this moment on. */
  readonly fromMs?: number;
  /** Milliseconds since the epoch: strikes until just before this moment. */
  readonly untilMs?: number;
}

/** The calls that a fault may hit: chat completions, embeddings, the list of models, or all of them. */
export type FaultRoute = 'chat' | 'embeddings' | 'models' | 'any';

/** OpenRouter's `error.availability` object. */
export interface Availability {
  readonly code: string;
  readonly retryable: boolean;
  readonly retry_after?: number | null;
  readonly requested_models?: readonly string[];
  readonly affected_providers?: readonly string[];
  readonly excluded_by?: readonly string[];
  readonly fallback_models?: readonly string[];
  readonly constraint?: { readonly field: string; readonly detail: string };
  readonly docs_url?: string;
}

/** The error object to send. What is left out is what OpenRouter sends for that code. */
export interface FaultError {
  /** `error.code`. */
  readonly code?: number | string;
  readonly message?: string;
  /** `error.metadata.error_type`. */
  readonly errorType?: string;
  /** Merged over the usual `error.metadata`. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly availability?: Availability;
}

/** What goes wrong. */
export type FaultKind =
  /** An HTTP error before the model starts. `body` replaces OpenRouter's error body by any text, HTML for example. */
  | ({
      readonly type: 'status';
      readonly status: number;
      readonly retryAfterSeconds?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    } & FaultError)
  /** HTTP 200 whose JSON body, or only SSE event, is an error. `position: "choice"` puts it into `choices[0].error` with partial content. */
  | ({ readonly type: 'error-in-200'; readonly position?: 'top' | 'choice' } & FaultError)
  /** An SSE error event, then the end of the stream. A JSON call gets it as `error-in-200`. */
  | ({ readonly type: 'sse-error'; readonly at: 'before-content' | 'after-content' } & FaultError)
  /** `finish_reason: "error"` without an error object. */
  | { readonly type: 'finish-error'; readonly at?: 'before-content' | 'after-content' }
  /** Zero tokens, `finish_reason: "stop"`. */
  | { readonly type: 'empty' }
  /** `choices: []`. */
  | { readonly type: 'no-choices' }
  /** The body ends cleanly in the middle. `at: "tool-arguments"` ends it inside a tool call's JSON. */
  | { readonly type: 'cut'; readonly at?: 'before-content' | 'after-content' | 'tool-arguments' }
  /** A tool call with half its argument JSON, and an ordinary finish. */
  | { readonly type: 'truncated-tool-arguments' }
  /** A body, or one event in the middle, that is not JSON. */
  | { readonly type: 'malformed-json' }
  /** HTTP 200, or another status, with an HTML page. */
  | { readonly type: 'html'; readonly status?: number; readonly bytes?: number }
  /** The connection breaks. */
  | { readonly type: 'reset'; readonly at: 'before-headers' | 'before-content' | 'after-content' }
  /** Nothing is ever sent, not even headers; ends when the caller gives up. */
  | { readonly type: 'hang' }
  /** Headers and comments, then silence for `ms` (default: until the caller gives up), before the first token or in the middle. */
  | {
      readonly type: 'stall';
      readonly at: 'before-content' | 'after-content';
      readonly ms?: number;
    }
  /** Waits `ms` of real (clock) time before the headers, then all is well. */
  | { readonly type: 'slow-headers'; readonly ms: number }
  /** A pause of `ms` before every event. */
  | { readonly type: 'slow-drip'; readonly ms: number }
  /** Every content event comes twice. */
  | { readonly type: 'duplicate-chunks' }
  /** A complete answer, and the socket stays open after `[DONE]`. */
  | { readonly type: 'slow-close' }
  /** The finish arrives, `[DONE]` does not. */
  | { readonly type: 'no-done' }
  /** `usage: null`. */
  | { readonly type: 'null-usage' }
  /** Token counts and cost multiplied by `factor` (default 10), whatever was really used and charged. */
  | { readonly type: 'wrong-usage'; readonly factor?: number }
  /** `usage.cost: null`. */
  | { readonly type: 'null-cost' }
  /** One event, or the message, of this many bytes (default 1 MB). */
  | { readonly type: 'huge-line'; readonly bytes?: number }
  /** The model left the catalogue. */
  | { readonly type: 'gone'; readonly successor?: string }
  /** The `:free` variant ended, the paid one stays. */
  | { readonly type: 'free-ended'; readonly successor?: string }
  /** From the first strike on, other prices: the call itself is answered and charged by them. Needs a `model` without `*`. */
  | { readonly type: 'price-change'; readonly pricing: Partial<Pricing> };

/** One thing to go wrong, and when. */
export type Fault = FaultScope & FaultKind;
