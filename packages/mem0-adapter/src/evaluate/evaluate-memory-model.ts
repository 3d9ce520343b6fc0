import { formatUsd, parseUsd } from '../cost/usd.ts';
import { createMem0Llm } from '../extraction/create-mem0-llm.ts';
import { createMemoryExtractor } from '../extraction/create-memory-extractor.ts';
import { Mem0LlmError } from '../extraction/mem0-llm-error.ts';
import type { Mem0LlmModel, Mem0LlmOptions } from '../extraction/mem0-llm-options.ts';
import type { Mem0LlmUsage } from '../backend/mem0-llm-usage.ts';
import type { Mem0Llm } from '../extraction/mem0-llm.ts';
import type { MemoryExtractor } from '../local/memory-extractor.ts';
import { matchFacts } from './match-facts.ts';
import type { MemoryCase } from './memory-case.ts';
import { memoryCases } from './memory-cases.ts';
import type { MemoryCaseResult, MemoryModelReport } from './memory-report.ts';
import { summariseBy, summariseCases } from './summarise-cases.ts';

/** The model to try, and on what. Limits as in `createMem0Llm`. */
export interface EvaluateMemoryModelOptions extends Pick<
  Mem0LlmOptions,
  'maxOutputTokens' | 'timeoutMs' | 'providerOptions'
> {
  /** The model to try. One alone: a chain would hide its failures. */
  readonly model: Mem0LlmModel;
  /** Default: those that come with this package. */
  readonly cases?: readonly MemoryCase[];
  /** The prompt to try it with, over the given model port. Default: `createMemoryExtractor`. */
  readonly createExtractor?: (llm: Mem0Llm) => MemoryExtractor;
  /** How many cases run at the same time. Default: 4. */
  readonly concurrency?: number;
  /** Milliseconds that only go forward. Default: performance.now. */
  readonly now?: () => number;
}

/**
 * Tries a model on extraction before it goes live: whether its answers are valid, what it finds, what
 * it makes up or repeats, what that costs and how long it takes. A failing case is a result, no error.
 */
export async function evaluateMemoryModel(
  options: EvaluateMemoryModelOptions,
): Promise<MemoryModelReport> {
  const { cases = memoryCases, concurrency = 4 } = options;
  const results: Outcome[] = [];
  const waiting = [...cases.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, memoryCase] = next;
      results[index] = await runCase(memoryCase, options);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, concurrency) }, work));
  return toReport(options.model.modelId, results);
}

interface Outcome {
  readonly result: MemoryCaseResult;
  readonly simulated: boolean;
}

async function runCase(
  memoryCase: MemoryCase,
  {
    model,
    createExtractor = defaultExtractor,
    now = () => performance.now(),
    ...settings
  }: EvaluateMemoryModelOptions,
): Promise<Outcome> {
  const { maxOutputTokens, timeoutMs, providerOptions } = settings;
  const usages: Mem0LlmUsage[] = [];
  const llm = createMem0Llm({
    model,
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(providerOptions && { providerOptions }),
    onUsage: (usage) => usages.push(usage),
  });
  const startedAtMs = now();
  const extracted = await extract(createExtractor(llm), memoryCase);
  const { id, language, kind } = memoryCase;
  const costUsd = costOf(usages);
  return {
    simulated: usages.some(isSimulated),
    result: {
      id,
      language,
      kind,
      ...extracted,
      ...matchFacts({ memoryCase, facts: extracted.facts }),
      durationMs: now() - startedAtMs,
      ...(costUsd !== undefined && { costUsd }),
    },
  };
}

function defaultExtractor(llm: Mem0Llm): MemoryExtractor {
  return createMemoryExtractor({ llm });
}

async function extract(
  extractor: MemoryExtractor,
  { messages, observedAt, known }: MemoryCase,
): Promise<Pick<MemoryCaseResult, 'isValid' | 'facts' | 'failure'>> {
  try {
    const facts = await extractor({ messages, observedAt, known });
    return { isValid: true, facts: facts.map(({ text }) => text) };
  } catch (error) {
    const attempt = Mem0LlmError.isInstance(error) ? error.attempts.at(-1) : undefined;
    const failure = attempt?.outcome === 'failed' ? attempt.failure.class : 'call-error';
    return { isValid: false, facts: [], failure };
  }
}

/** What the provider says it charged; unknown where it does not say, or where nothing came back. */
function costOf(usages: readonly Mem0LlmUsage[]): string | undefined {
  const costs = usages.map(({ usage }) => usage.raw?.['cost']);
  if (costs.length === 0 || !costs.every((cost) => typeof cost === 'number')) return undefined;
  // The wire carries a binary number; twelve digits are more than any provider counts.
  return formatUsd(costs.reduce((sum, cost) => sum + parseUsd(cost.toFixed(12)), 0n));
}

/** The simulator's generation ids begin so, lest its answers pass for those of a real model. */
function isSimulated({ generationId }: Mem0LlmUsage): boolean {
  return generationId?.startsWith('gen-sim-') === true;
}

function toReport(modelId: string, outcomes: readonly Outcome[]): MemoryModelReport {
  const cases = outcomes.map(({ result }) => result);
  const durations = cases.map(({ durationMs }) => durationMs).toSorted((one, other) => one - other);
  const costs = cases.flatMap(({ costUsd }) => costUsd ?? []);
  return {
    modelId,
    simulated: outcomes.some(({ simulated }) => simulated),
    all: summariseCases(cases),
    byLanguage: summariseBy(cases, 'language'),
    byKind: summariseBy(cases, 'kind'),
    ...(costs.length === cases.length && {
      costUsd: formatUsd(costs.reduce((sum, cost) => sum + parseUsd(cost), 0n)),
    }),
    medianMs: quantile(durations, 0.5),
    p95Ms: quantile(durations, 0.95),
    cases,
  };
}

function quantile(ordered: readonly number[], share: number): number {
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? 0;
}
