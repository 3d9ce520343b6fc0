import type { CallLike } from '../requirements/call.ts';
import { describeCall, type DescribeCallOptions } from '../requirements/describe-call.ts';
import { readPrompt } from '../requirements/read-prompt.ts';
import type { Task } from '../task/task.ts';
import { createVerdictCache } from './verdict-cache.ts';

/** What a classifier of yours is asked. */
export interface ClassifyRequest {
  /** The last user turn without its envelopes, at most about 3,000 characters. Untrusted text. */
  readonly question: string;
  /** What the rules say. */
  readonly task: Task;
  readonly difficulty: number;
}

/** What it answers; what it leaves out stays as the rules say. */
export interface ClassifyVerdict {
  readonly task?: Task | undefined;
  /** 0 (easy) … 1 (hard); anything else is ignored. */
  readonly difficulty?: number | undefined;
}

/** Whom to ask about a call, when, and for how long. */
export interface CreateClassifierOptions {
  /** A function, a cheap language model, a service. */
  readonly classify: (
    request: ClassifyRequest,
    signal: AbortSignal,
  ) => ClassifyVerdict | PromiseLike<ClassifyVerdict>;
  /** Default 300: a decision must not cost more time than a fast model takes to begin. */
  readonly timeoutMs?: number | undefined;
  /** The most verdicts that are remembered. Default 500. */
  readonly cacheSize?: number | undefined;
  /** Whether a call is worth asking for. Default: the rules are undecided, difficulty between 0.25 and 0.75. */
  readonly isWorthAsking?: ((request: ClassifyRequest) => boolean) | undefined;
  /** Called when a verdict did not come in time or was an error. The rules stand in. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
  /** Calls back once after so many milliseconds and returns how to cancel. Default: `setTimeout`. */
  readonly schedule?: ((callback: () => void, delayMs: number) => () => void) | undefined;
}

/**
 * Lets a classifier of your own decide where the rules are undecided. Rules first; one question is asked once; what
 * fails or is late changes nothing. The result is for `describeCall`. Never rejects.
 */
export function createClassifier(
  options: CreateClassifierOptions,
): (call: CallLike) => Promise<DescribeCallOptions> {
  const { cacheSize = 500, isWorthAsking = isUndecided } = options;
  const cache = createVerdictCache<DescribeCallOptions>(cacheSize);
  return async (call) => {
    const { task, difficulty } = describeCall(call);
    const request = { question: readPrompt(call).question, task, difficulty };
    if (!isWorthAsking(request)) return {};
    const known = cache.get(request.question);
    if (known !== undefined) return known;
    const verdict = await ask(request, options);
    if (verdict === undefined) return {};
    const decided = checked(verdict);
    cache.set(request.question, decided);
    return decided;
  };
}

function isUndecided({ difficulty }: ClassifyRequest): boolean {
  return difficulty > 0.25 && difficulty < 0.75;
}

async function ask(
  request: ClassifyRequest,
  { classify, timeoutMs = 300, onFailure, schedule = bySetTimeout }: CreateClassifierOptions,
): Promise<ClassifyVerdict | undefined> {
  const controller = new AbortController();
  const { signal } = controller;
  const cancel = schedule(
    () => controller.abort(new Error(`The classifier did not answer within ${timeoutMs} ms.`)),
    timeoutMs,
  );
  try {
    return await Promise.race([callClassifier(classify, request, signal), aborted(signal)]);
  } catch (error) {
    onFailure?.(error);
    return undefined;
  } finally {
    cancel();
  }
}

/** Rejects when the signal aborts, with its reason. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Async, so that a classifier that throws at once rejects like one that fails later. */
async function callClassifier(
  classify: CreateClassifierOptions['classify'],
  request: ClassifyRequest,
  signal: AbortSignal,
): Promise<ClassifyVerdict> {
  return classify(request, signal);
}

function checked({ task, difficulty }: ClassifyVerdict): DescribeCallOptions {
  const usable = difficulty !== undefined && difficulty >= 0 && difficulty <= 1;
  return { ...(task === undefined ? {} : { task }), ...(usable ? { difficulty } : {}) };
}

function bySetTimeout(callback: () => void, delayMs: number): () => void {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
}
