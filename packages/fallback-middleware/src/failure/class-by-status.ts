import type { ErrorFacts } from './error-facts.ts';
import type { FailureClass } from './failure-class.ts';
import { classByText } from './class-by-text.ts';
import { readProperty, readString } from './safe-read.ts';

/** The class that a status of 300 or more stands for; the body refines the statuses that mean several things. */
export function classByStatus(
  status: number | undefined,
  facts: ErrorFacts,
): FailureClass | undefined {
  if (status === undefined || status < 300 || status > 599) return undefined;
  return refined(status, facts) ?? plain(status);
}

function refined(status: number, facts: ErrorFacts): FailureClass | undefined {
  switch (status) {
    case 402:
      return isInFlight(facts) ? 'in-flight-budget' : 'payment-required';
    case 403:
      return forbidden(facts);
    case 429:
      return isDailyQuota(facts) ? 'quota-exhausted' : 'rate-limited';
    case 400:
    case 404:
    case 422:
      return requestFault(facts.message);
    default:
      return undefined;
  }
}

function isInFlight(facts: ErrorFacts): boolean {
  return readString(facts.metadata, 'limit_source') === 'openrouter_in_flight_budget';
}

function isDailyQuota(facts: ErrorFacts): boolean {
  const source = readString(facts.metadata, 'limit_source');
  return (
    source?.startsWith('openrouter_free_tier') === true ||
    /free-models-per-day|per-day-high-balance/i.test(facts.message)
  );
}

/** Moderation and guardrails flag the input; budgets and regions also answer 403. */
function forbidden(facts: ErrorFacts): FailureClass {
  const flagged = ['reasons', 'flagged_input', 'patterns'].some(
    (key) => readProperty(facts.metadata, key) !== undefined,
  );
  if (flagged || /moderation|flagged/i.test(facts.message)) return 'moderated';
  if (/budget|limit exceeded|key limit|insufficient credit/i.test(facts.message))
    return 'payment-required';
  if (/region|country|territory/i.test(facts.message)) return 'no-endpoint';
  return 'auth';
}

/** Only text that names a fault of the request may refine a 400, 404 or 422. */
function requestFault(message: string): FailureClass | undefined {
  const found = classByText(message);
  return found === 'context-overflow' ||
    found === 'unsupported' ||
    found === 'model-gone' ||
    found === 'no-endpoint' ||
    found === 'moderated' ||
    found === 'bad-request'
    ? found
    : undefined;
}

function plain(status: number): FailureClass {
  const known = classes.get(status);
  if (known !== undefined) return known;
  if (status >= 500 || status < 400) return 'upstream-error';
  return 'bad-request';
}

const classes: ReadonlyMap<number, FailureClass> = new Map([
  [401, 'auth'],
  [404, 'model-gone'],
  [407, 'auth'],
  [408, 'timeout'],
  [409, 'upstream-error'],
  [410, 'model-gone'],
  [413, 'context-overflow'],
  [425, 'overloaded'],
  [499, 'upstream-error'],
  [503, 'overloaded'],
  [504, 'timeout'],
  [524, 'timeout'],
  [529, 'overloaded'],
]);
