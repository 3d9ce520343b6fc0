import { WireError } from '../http/wire-error.ts';
import { parseAmount, type Amount } from '../money/decimal.ts';
import type { ApiKey, ApiKeyOptions } from './account.ts';

/** The account's keys and credits. */
export interface AccountBook {
  readonly keys: () => readonly ApiKey[];
  /** The key of an `Authorization` header. @throws WireError 401. */
  readonly authenticate: (header: string | null) => ApiKey;
  readonly charge: (key: ApiKey, amount: Amount) => void;
  /** USD bought. */
  readonly bought: () => Amount;
  /** USD spent by all keys. */
  readonly spent: () => Amount;
  readonly setBought: (amount: Amount) => void;
}

/** Arguments of `createAccountBook`. */
export interface AccountBookOptions {
  /** Undefined: any bearer token is accepted, each as a key of its own. */
  readonly apiKeys: readonly ApiKeyOptions[] | undefined;
  readonly bought: Amount;
}

const unauthorized = (message: string): WireError =>
  new WireError({ status: 401, message, metadata: { error_type: 'authentication' } });

/** Keeps keys by secret, in a closure: no listing shows one. */
export function createAccountBook(options: AccountBookOptions): AccountBook {
  const keyBySecret = new Map<string, ApiKey>();
  let bought = options.bought;

  function open(given: ApiKeyOptions): ApiKey {
    const key: ApiKey = {
      label: given.label ?? `sk-or-v1-sim-${keyBySecret.size + 1}`,
      limit: parseAmount(given.limitUsd),
      isManagementKey: given.isManagementKey ?? true,
      used: 0n,
      byokUsed: 0n,
    };
    keyBySecret.set(given.key, key);
    return key;
  }
  for (const given of options.apiKeys ?? []) open(given);

  function authenticate(header: string | null): ApiKey {
    const secret = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
    if (secret === undefined) throw unauthorized('No auth credentials found');
    const known = keyBySecret.get(secret);
    if (known !== undefined) return known;
    if (options.apiKeys !== undefined) throw unauthorized('User not found.');
    return open({ key: secret });
  }

  return {
    keys: () => [...keyBySecret.values()],
    authenticate,
    charge: (key, amount) => {
      key.used += amount;
    },
    bought: () => bought,
    spent: () => [...keyBySecret.values()].reduce((sum, key) => sum + key.used, 0n),
    setBought: (amount) => {
      bought = amount;
    },
  };
}
