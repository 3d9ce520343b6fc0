/** A part of a task, by its size. */
export interface TaskPhase {
  readonly name: string;
  /** The whole prompts of the phase together, cached tokens included. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The part of the prompts that a cache serves. Default: 0. */
  readonly cachedInputTokens?: number;
}

/** How large the typical coding task is. */
export interface AgentTaskOptions {
  /** Which end of the ranges. Default: `'high'`, a complex task. */
  readonly size?: 'low' | 'high';
  /** The part of all tokens that is read; the rest is written. Default: 0.9. */
  readonly inputShare?: number;
}

/** Tokens of a typical coding task by phase, from a market report of 2026-02 (§5.1). Its own total, 220,000 to
 * 950,000, is not their sum: the ranges are kept, the total is not. */
const PHASE_TOKENS = [
  { name: 'scan', low: 50_000, high: 200_000 },
  { name: 'implement', low: 100_000, high: 500_000 },
  { name: 'test', low: 50_000, high: 200_000 },
] as const;

/** The phases of a typical coding task of an agent. The report states no split of reading and writing: that is assumed. */
export function agentTask({
  size = 'high',
  inputShare = 0.9,
}: AgentTaskOptions = {}): readonly TaskPhase[] {
  return PHASE_TOKENS.map((phase) => {
    const inputTokens = Math.round(phase[size] * inputShare);
    return { name: phase.name, inputTokens, outputTokens: phase[size] - inputTokens };
  });
}
