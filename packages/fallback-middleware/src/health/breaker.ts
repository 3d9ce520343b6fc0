import type { BreakerPolicy, BreakerRule } from './breaker-policy.ts';
import type { BreakerState } from './breaker-state.ts';
import type { Admission, AdmitRequest, HealthEvent, HealthSnapshot } from './health-store.ts';

/** What the pure functions below need besides state and event. */
export interface BreakerContext {
  readonly nowMs: number;
  readonly policy: BreakerPolicy;
  /** In [0, 1), drawn by the caller so that these functions stay pure. */
  readonly random: number;
  /** Used when a probe is handed out. */
  readonly leaseId: string;
}

/** Whether somebody may ask now, and the state after that. The state machine of every driver. */
export function admit(
  state: BreakerState,
  request: Pick<AdmitRequest, 'force'>,
  context: BreakerContext,
): { readonly state: BreakerState; readonly admission: Admission } {
  const { open, lease } = state;
  if (open === undefined) return { state, admission: { type: 'closed' } };
  const { nowMs, policy, leaseId } = context;
  const leasedUntilMs = lease === undefined ? 0 : lease.untilMs;
  const closedUntilMs =
    request.force === true ? leasedUntilMs : Math.max(open.untilMs, leasedUntilMs);
  if (nowMs < closedUntilMs) {
    const retryInMs = closedUntilMs - nowMs;
    return { state, admission: { type: 'open', retryInMs, openedBy: open.by } };
  }
  const taken = { ...state, lease: { id: leaseId, untilMs: nowMs + policy.probeLeaseMs } };
  return { state: taken, admission: { type: 'probe', leaseId } };
}

/** The state after an attempt. Reports that hold no lease cannot close an open breaker: they are older than it. */
export function applyEvent(
  state: BreakerState,
  event: HealthEvent,
  context: BreakerContext,
): BreakerState {
  const holdsLease = event.leaseId !== undefined && event.leaseId === state.lease?.id;
  switch (event.outcome) {
    case 'released':
      return holdsLease ? withoutLease(state) : state;
    case 'success':
      return succeed(state, event, context.policy, holdsLease);
    default:
      return fail(state, event, context, holdsLease);
  }
}

/** What {@link BreakerState} means now. */
export function snapshotOf(state: BreakerState, nowMs: number): HealthSnapshot {
  const { open, latencyMs, successRate } = state;
  const known = { successRate, ...(latencyMs === undefined ? {} : { latencyMs }) };
  if (open === undefined) return { state: 'closed', ...known };
  return nowMs < open.untilMs
    ? { state: 'open', ...known, retryInMs: open.untilMs - nowMs }
    : { state: 'half-open', ...known };
}

function succeed(
  state: BreakerState,
  event: HealthEvent,
  policy: BreakerPolicy,
  holdsLease: boolean,
): BreakerState {
  const known = {
    successRate: average(state.successRate, 1, policy.weight),
    ...latencyAfter(state, event, policy),
  };
  const mayClose = state.open === undefined || holdsLease;
  return mayClose ? { failures: {}, ...known } : { ...state, ...known };
}

function fail(
  state: BreakerState,
  event: HealthEvent,
  context: BreakerContext,
  holdsLease: boolean,
): BreakerState {
  const rule = event.class === undefined ? undefined : context.policy.rules[event.class];
  const current = holdsLease ? withoutLease(state) : state;
  if (rule === undefined || event.class === undefined) return current;
  const inARow = (state.failures[event.class] ?? 0) + 1;
  const failed: BreakerState = {
    ...current,
    failures: { ...state.failures, [event.class]: inARow },
    successRate: average(state.successRate, 0, context.policy.weight),
  };
  const opens = holdsLease || inARow >= rule.failures || event.retryAfterMs !== undefined;
  if (!opens) return failed;
  const cooldownMs = cooldownAfter(state, rule, holdsLease);
  const pauseMs = pauseOf(cooldownMs, event.retryAfterMs, rule, context);
  // A later, shorter pause never reopens early what an earlier one closed for longer.
  const untilMs = Math.max(state.open?.untilMs ?? 0, context.nowMs + pauseMs);
  return { ...failed, open: { by: event.class, untilMs, cooldownMs } };
}

/** Doubles after a failed probe, else starts over. */
function cooldownAfter(state: BreakerState, rule: BreakerRule, holdsLease: boolean): number {
  const previous = holdsLease ? state.open?.cooldownMs : undefined;
  return Math.min(rule.maxCooldownMs, previous === undefined ? rule.cooldownMs : previous * 2);
}

/** The server's hint outlasts a shorter cool-down; both are bounded, and jitter only lengthens. */
function pauseOf(
  cooldownMs: number,
  retryAfterMs: number | undefined,
  rule: BreakerRule,
  { policy, random }: BreakerContext,
): number {
  const wanted = Math.max(cooldownMs, Math.min(retryAfterMs ?? 0, rule.maxCooldownMs));
  return wanted * (1 + policy.jitter * random);
}

function withoutLease(state: BreakerState): BreakerState {
  const { lease: _returned, ...rest } = state;
  return rest;
}

function latencyAfter(
  state: BreakerState,
  event: HealthEvent,
  policy: BreakerPolicy,
): { latencyMs?: number } {
  if (event.latencyMs === undefined) {
    return state.latencyMs === undefined ? {} : { latencyMs: state.latencyMs };
  }
  const previous = state.latencyMs ?? event.latencyMs;
  return { latencyMs: average(previous, event.latencyMs, policy.weight) };
}

function average(previous: number, value: number, weight: number): number {
  return previous + weight * (value - previous);
}
