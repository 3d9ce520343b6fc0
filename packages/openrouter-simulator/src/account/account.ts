import type { Amount } from '../money/decimal.ts';

/** A key that the simulator accepts. All keys of one simulator belong to one account. */
export interface ApiKeyOptions {
  /** The secret, as in `Authorization: Bearer …`. Never shown or logged. */
  readonly key: string;
  /** Default: `sk-or-v1-sim-1` and so on. */
  readonly label?: string;
  /** USD as a decimal string. Default: no limit. */
  readonly limitUsd?: string;
  /** When the limit starts anew, at 00:00 UTC. Default: never. */
  readonly limitReset?: 'daily' | 'weekly' | 'monthly';
  /** May read `/credits` and `/activity`. Default: true. */
  readonly isManagementKey?: boolean;
  /** ISO 8601; the key is refused from then on. */
  readonly expiresAt?: string;
  /** Names the environment the key is for (`production`, `ci` …); kept as the workspace of what it spends. */
  readonly environment?: string;
}

/** A key as the account knows it. */
export interface ApiKey {
  readonly label: string;
  readonly limit: Amount | undefined;
  readonly limitReset: ApiKeyOptions['limitReset'];
  readonly isManagementKey: boolean;
  readonly expiresAt: string | undefined;
  readonly environment: string | undefined;
}

/** One finished call, as it is booked. */
export interface Booking {
  readonly key: ApiKey;
  readonly atMs: number;
  readonly modelId: string;
  readonly modelSlug: string;
  readonly providerName: string;
  readonly tag: string;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly reasoningTokens: number;
  readonly cost: Amount;
  /** Spent on the caller's own provider key. */
  readonly byok: Amount;
}

/** The bookings of one day, key and endpoint, added up. */
export interface DayTotal extends Omit<Booking, 'atMs'> {
  /** UTC, YYYY-MM-DD. */
  readonly day: string;
  readonly requests: number;
}
