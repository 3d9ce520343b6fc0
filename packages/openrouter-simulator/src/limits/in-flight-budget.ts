import type { AccountBook } from '../account/account-book.ts';
import type { ApiKey } from '../account/account.ts';
import { WireError } from '../http/wire-error.ts';
import { formatAmount, type Amount } from '../money/decimal.ts';

/** Holds back what running calls may still cost. */
export interface InFlightBudget {
  /** Reserves the most a call may cost; returns the release. @throws WireError 402. */
  readonly reserve: (key: ApiKey, most: Amount) => () => void;
}

function paymentRequired(message: string, source: string, retryAfterSeconds?: number): WireError {
  return new WireError({
    status: 402,
    message,
    metadata: { error_type: 'payment_required', limit_source: source },
    ...(retryAfterSeconds !== undefined && {
      headers: { 'Retry-After': String(retryAfterSeconds) },
    }),
  });
}

const insufficient = (left: Amount, most: Amount): WireError =>
  paymentRequired(
    left <= 0n
      ? 'Insufficient credits. Add more using https://openrouter.ai/settings/credits'
      : `This request requires more credits, or fewer max_tokens. It may cost $${formatAmount(most)}, and $${formatAmount(left)} is left.`,
    'openrouter_credits',
  );

/** Compares each call's worst case with the credits, less what is reserved by calls under way. */
export function createInFlightBudget(accounts: AccountBook): InFlightBudget {
  let reserved = 0n;

  function reserve(key: ApiKey, most: Amount): () => void {
    const left = accounts.bought() - accounts.spent();
    // A debt blocks free models too; an account without credits may use them.
    if (left < 0n) throw insufficient(left, most);
    if (most === 0n) return () => undefined;
    const keyLeft = accounts.limitRemaining(key);
    if (keyLeft !== undefined && keyLeft < most)
      throw paymentRequired(
        'Key limit exceeded. Manage it using https://openrouter.ai/settings/keys',
        'openrouter_key_limit',
      );
    if (left < most) throw insufficient(left, most);
    if (left - reserved < most)
      throw paymentRequired(
        'Credits are reserved by requests in flight. Retry shortly.',
        'openrouter_in_flight_budget',
        1,
      );
    reserved += most;
    let isHeld = true;
    return () => {
      if (isHeld) reserved -= most;
      isHeld = false;
    };
  }

  return { reserve };
}
