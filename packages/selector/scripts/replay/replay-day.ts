import { createOpenRouter, type OpenRouterProvider } from '@openrouter/ai-sdk-provider';
import { createSimulator } from '@tierwise/openrouter-simulator';
import type { WarmModel } from '../../src/choose/warm-model.ts';
import { describeCall, NoCandidateError, type Requirements } from '../../src/index.ts';
import type { ModelIndex } from '../../src/model-index/index-models.ts';
import { askModel, TOOLS_OFFERED } from './ask-model.ts';
import { drawsOf } from './draws.ts';
import { fetchIndex } from './fetch-index.ts';
import type { HiddenTruth } from './hidden-truth.ts';
import { DAY_MS } from './make-traffic.ts';
import type { MonthCatalogue } from './month-catalogue.ts';
import type { ReplayCall } from './replay-call.ts';
import type { Choice, Way } from './way.ts';
import type { WayMemory } from './way-memory.ts';

/** One call as it went: what it cost with all its attempts, how long it took, and whether the answer was right. */
export interface ReplayedCall {
  readonly costUsd: number;
  readonly latencyMs: number;
  readonly right: boolean;
  readonly servedBy: string | null;
  /** Models that were asked, those that were gone included. */
  readonly asked: number;
}

export interface ReplayDayOptions {
  readonly way: Way;
  readonly calls: readonly ReplayCall[];
  readonly dayStartMs: number;
  readonly catalogue: MonthCatalogue;
  readonly truth: HiddenTruth;
  readonly memory: WayMemory;
}

/** An assumed verifier: it finds half of the wrong answers and doubts one right one in twenty. */
const FOUND = 0.5;
const DOUBTED = 0.05;

/** A way that learns hears of one outcome in five, as where users press a thumb now and then. */
const HEARD = 0.2;

/** What stays the same for all calls of a day. */
interface Day extends ReplayDayOptions {
  readonly provider: OpenRouterProvider;
  readonly index: ModelIndex;
  /** What served each agent's run last. */
  readonly warm: Map<string, WarmModel>;
}

/**
 * One day of one way, on a simulator of its own: what it keeps of each call would add up over a month. Its clock is ours: sleeping
 * moves it, so that latency is simulated and takes no time.
 */
export async function replayDay(options: ReplayDayOptions): Promise<ReplayedCall[]> {
  const { calls, dayStartMs, catalogue, memory } = options;
  let nowMs = dayStartMs;
  const { fetch } = createSimulator({
    catalog: catalogue.bodyOf(dayStartMs),
    catalogChanges: catalogue.changesOf(dayStartMs),
    clock: () => nowMs,
    sleep: async (ms) => {
      nowMs += ms;
    },
    speed: 1,
    seed: Math.floor(dayStartMs / DAY_MS),
    creditsUsd: '1000000',
  });
  const provider = createOpenRouter({ apiKey: 'sk-simulated', fetch });
  const index = await fetchIndex(fetch, dayStartMs);
  const day: Day = { ...options, provider, index, warm: new Map() };
  const replayed: ReplayedCall[] = [];
  for (const call of calls) {
    nowMs = call.atMs;
    memory.setTime(nowMs);
    const result = await replayCall(day, call);
    replayed.push({ ...result, latencyMs: nowMs - call.atMs });
  }
  return replayed;
}

async function replayCall(day: Day, call: ReplayCall): Promise<Omit<ReplayedCall, 'latencyMs'>> {
  const requirements = describeCall({
    prompt: call.messages,
    ...(call.run === null ? {} : { tools: TOOLS_OFFERED }),
  });
  let result: Omit<ReplayedCall, 'latencyMs'> = {
    costUsd: 0,
    right: false,
    servedBy: null,
    asked: 0,
  };
  for (const choice of choicesOf(day, call, requirements)) {
    const { modelId } = choice;
    const { provider, way } = day;
    const { messages, run } = call;
    const answer = await askModel({ provider, modelId, messages, withTools: run !== null });
    result = { ...result, asked: result.asked + 1 };
    if (answer === undefined) continue;
    const { servedBy, inputTokens } = answer;
    if (run !== null) day.warm.set(run, { modelId: servedBy, cachedInputTokens: inputTokens });
    const { right, doubted, heard } = outcomeOf(day.truth, call, servedBy);
    result = { ...result, right, servedBy, costUsd: result.costUsd + answer.costUsd };
    if (way.learns === true && heard) learn(day.memory, call, choice, requirements, right);
    if (way.verified !== true || !doubted) break;
  }
  return result;
}

function choicesOf(day: Day, call: ReplayCall, requirements: Requirements): readonly Choice[] {
  const { way, index, warm, memory } = day;
  const draws = drawsOf(`choice for ${call.id}`);
  try {
    return way.choose({
      index,
      requirements,
      at: new Date(call.atMs),
      warm: warm.get(call.run ?? ''),
      offsetOf: way.learns === true ? memory.learner.offsetOf : undefined,
      random: () => draws.uniform(),
    });
  } catch (error) {
    if (NoCandidateError.isInstance(error)) return [];
    throw error;
  }
}

/** The same model is right or wrong about the same call in every way that asks it. */
function outcomeOf(
  truth: HiddenTruth,
  { id, kind, hardness }: ReplayCall,
  servedBy: string,
): { right: boolean; doubted: boolean; heard: boolean } {
  const luck = drawsOf(`${id} by ${servedBy}`);
  const right = luck.uniform() < truth.chanceOf(servedBy, kind, hardness);
  const doubted = luck.uniform() < (right ? DOUBTED : FOUND);
  return { right, doubted, heard: luck.uniform() < HEARD };
}

function learn(
  { learner }: WayMemory,
  { atMs }: ReplayCall,
  { modelId, pOk = 0.5 }: Choice,
  { task }: Requirements,
  right: boolean,
): void {
  learner.record({ modelId, task, pOk, atMs, result: right ? 'ok' : 'rejected' });
}
