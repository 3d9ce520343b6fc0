import type { Amount } from '../money/decimal.ts';

/** A key that the simulator accepts. All keys of one simulator belong to one account. */
export interface ApiKeyOptions {
  /** The secret, as in `Authorization: Bearer …`. Never shown or logged. */
  readonly key: string;
  /** Default: `sk-or-v1-sim-1` and so on. */
  readonly label?: string;
  /** USD as a decimal string. Default: no limit. */
  readonly limitUsd?: string;
  /** May read `/credits` and `/activity`. Default: true. */
  readonly isManagementKey?: boolean;
}

/** A key and what was charged to it. */
export interface ApiKey {
  readonly label: string;
  readonly limit: Amount | undefined;
  readonly isManagementKey: boolean;
  used: Amount;
  byokUsed: Amount;
}
