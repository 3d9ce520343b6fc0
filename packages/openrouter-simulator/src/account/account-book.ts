import { WireError } from '../http/wire-error.ts';
import { parseAmount, type Amount } from '../money/decimal.ts';
import type { Clock } from '../time/clock.ts';
import type { ApiKey, ApiKeyOptions, Booking, DayTotal } from './account.ts';
import { dayOf, monthStartOf, weekStartOf } from './day-of.ts';

/** The account's keys and its money. */
export interface AccountBook {
  /** The key of an `Authorization` header. @throws WireError 401. */
  readonly authenticate: (header: string | null) => ApiKey;
  readonly book: (booking: Booking) => void;
  /** The sums by day, key and endpoint, oldest first. */
  readonly totals: () => readonly DayTotal[];
  /** USD bought. */
  readonly bought: () => Amount;
  readonly setBought: (amount: Amount) => void;
  /** USD spent by all keys. */
  readonly spent: () => Amount;
  /** What is left of a key's own limit; undefined where it has none. */
  readonly limitRemaining: (key: ApiKey) => Amount | undefined;
}

/** Arguments of `createAccountBook`. */
export interface AccountBookOptions {
  /** Undefined: any bearer token is accepted, each as a key of its own. */
  readonly apiKeys: readonly ApiKeyOptions[] | undefined;
  readonly bought: Amount;
  readonly clock: Clock;
}

const unauthorized = (message: string): WireError =>
  new WireError({ status: 401, message, metadata: { error_type: 'authentication' } });

/** Sums one side of the totals. */
export function sumOf(
  totals: readonly DayTotal[],
  side: 'cost' | 'byok',
  sinceDay: string = '',
): Amount {
  return totals
    .filter((total) => total.day >= sinceDay)
    .reduce((sum, total) => sum + total[side], 0n);
}

function limitStart(key: ApiKey, nowMs: number): string {
  switch (key.limitReset) {
    case 'daily':
      return dayOf(nowMs);
    case 'weekly':
      return weekStartOf(nowMs);
    case 'monthly':
      return monthStartOf(nowMs);
    default:
      return '';
  }
}

function add(total: DayTotal | undefined, booking: Booking, day: string): DayTotal {
  const { atMs: _atMs, ...first } = booking;
  if (total === undefined) return { ...first, day, requests: 1 };
  return {
    ...total,
    requests: total.requests + 1,
    promptTokens: total.promptTokens + booking.promptTokens,
    completionTokens: total.completionTokens + booking.completionTokens,
    reasoningTokens: total.reasoningTokens + booking.reasoningTokens,
    cost: total.cost + booking.cost,
    byok: total.byok + booking.byok,
  };
}

/** Keeps keys by secret, in a closure: no listing shows one. */
export function createAccountBook(options: AccountBookOptions): AccountBook {
  const keyBySecret = new Map<string, ApiKey>();
  const totals = new Map<string, DayTotal>();
  let bought = options.bought;
  let spent = 0n;

  function open(given: ApiKeyOptions): ApiKey {
    const key: ApiKey = {
      label: given.label ?? `sk-or-v1-sim-${keyBySecret.size + 1}`,
      limit: parseAmount(given.limitUsd),
      limitReset: given.limitReset,
      isManagementKey: given.isManagementKey ?? true,
      expiresAt: given.expiresAt,
      environment: given.environment,
    };
    keyBySecret.set(given.key, key);
    return key;
  }
  for (const given of options.apiKeys ?? []) open(given);

  function authenticate(header: string | null): ApiKey {
    const secret = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
    if (secret === undefined) throw unauthorized('No auth credentials found');
    const known = keyBySecret.get(secret);
    if (known === undefined && options.apiKeys !== undefined) throw unauthorized('User not found.');
    const key = known ?? open({ key: secret });
    if (key.expiresAt !== undefined && options.clock() >= Date.parse(key.expiresAt))
      throw unauthorized('API key has expired');
    return key;
  }

  function book(booking: Booking): void {
    const day = dayOf(booking.atMs);
    const id = `${day} ${booking.key.label} ${booking.modelId} ${booking.tag}`;
    totals.set(id, add(totals.get(id), booking, day));
    spent += booking.cost;
  }

  function limitRemaining(key: ApiKey): Amount | undefined {
    if (key.limit === undefined) return undefined;
    const own = [...totals.values()].filter((total) => total.key === key);
    return key.limit - sumOf(own, 'cost', limitStart(key, options.clock()));
  }

  return {
    authenticate,
    book,
    totals: () => [...totals.values()],
    bought: () => bought,
    setBought: (amount) => {
      bought = amount;
    },
    spent: () => spent,
    limitRemaining,
  };
}
