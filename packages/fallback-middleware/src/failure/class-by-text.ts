import type { FailureClass } from './failure-class.ts';

const longestRead = 2048;

// Linear patterns without digits: a number in a message never decides a class.
const patterns: ReadonlyArray<readonly [RegExp, FailureClass]> = [
  [
    /context[ _-]?(?:length|window|size)|maximum context|too many (?:input )?tokens|(?:prompt|input|request) (?:is )?too (?:long|large)|exceeds? the (?:token|context)/i,
    'context-overflow',
  ],
  [/no (?:allowed )?(?:endpoints?|providers?) (?:found|available)|data policy/i, 'no-endpoint'],
  [
    /not a valid model|invalid model|unknown model|model[^.]{0,80}(?:not found|does not exist|no longer|deprecated|decommissioned|retired)|no such model/i,
    'model-gone',
  ],
  [
    /(?:does not|doesn't|do not|don't|cannot|not) support|unsupported|not implemented/i,
    'unsupported',
  ],
  [/content (?:policy|management)|moderation|flagged|safety system/i, 'moderated'],
  [/overloaded|over capacity|at capacity|try again later|temporarily unavailable/i, 'overloaded'],
  [/rate[ _-]?limit|too many requests|quota/i, 'rate-limited'],
  [/api key|unauthori[sz]ed|authentication/i, 'auth'],
  [/insufficient (?:credit|fund|balance)|payment required|billing/i, 'payment-required'],
  [/timed? ?out|timeout|deadline/i, 'timeout'],
  [
    /cannot connect|fetch failed|socket|network|connection (?:reset|closed|refused|error)|terminated/i,
    'network',
  ],
  [
    /internal (?:server )?error|bad gateway|upstream|provider returned error|server error/i,
    'upstream-error',
  ],
];

/** The last resort: what a message says in words. Undefined when it says nothing we know. */
export function classByText(message: string): FailureClass | undefined {
  const text = message.slice(0, longestRead);
  return patterns.find(([pattern]) => pattern.test(text))?.[1];
}
