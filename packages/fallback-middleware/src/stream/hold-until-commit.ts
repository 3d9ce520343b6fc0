import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { Attempt } from '../chain/attempt.ts';
import type { ResolvedChainOptions } from '../chain/chain-options.ts';
import { within } from '../clock/within.ts';
import { JudgedFailure } from '../chain/judged-failure.ts';
import type { Failure } from '../failure/failure.ts';
import type { LanguageCandidate } from '../language/language-candidate.ts';
import type { HoldMode } from '../language/language-options.ts';
import type { AttemptSource } from './attempt-source.ts';
import { commits } from './commits.ts';
import { cutStream } from './cut-stream.ts';
import { isOutputPart } from './is-output-part.ts';
import type { FinishPart, StreamWatch } from './stream-watch.ts';

const unseenAftermathMs = 5;

/** What {@link holdUntilCommit} needs. */
export interface HoldOptions {
  readonly attempt: Attempt<LanguageCandidate>;
  readonly source: AttemptSource;
  readonly watch: StreamWatch;
  readonly hold: HoldMode;
  readonly chain: ResolvedChainOptions;
  /** The checks of a whole answer, run when it is complete before anything was shown. */
  readonly assess: (finish: FinishPart) => Promise<Failure | undefined>;
}

/**
 * Reads until the attempt has shown what binds us to it, or has finished well without it. Returns the parts read,
 * the last of them the committing one. Throws when the attempt failed before, and nobody has seen anything.
 */
export async function holdUntilCommit(options: HoldOptions): Promise<LanguageModelV4StreamPart[]> {
  const { source, watch, hold, assess } = options;
  const held: LanguageModelV4StreamPart[] = [];
  let textLength = 0;
  for (;;) {
    const part = await source.read();
    if (part === undefined) throw new JudgedFailure(cutStream);
    if (part.type === 'error') throw await errorOf(part.error, options);
    noteProgress(part, options);
    if (watch.observe(part)) held.push(part);
    if (part.type === 'finish') {
      const failure = watch.judge(part) ?? (await assess(part));
      if (failure !== undefined) throw new JudgedFailure(failure);
      return held;
    }
    if (part.type === 'text-delta') textLength += part.delta.length;
    if (commits(part, hold, textLength)) return held;
  }
}

/** What is there behind the error is told with it; what comes later must not delay whoever is asked next. */
async function errorOf(told: unknown, { source, watch, chain }: HoldOptions): Promise<unknown> {
  const { clock } = chain;
  const aftermath = source.readAftermath((part) => watch.observe(part), clock);
  // Too late is no failure of its own.
  await within(aftermath, { clock, timeoutMs: unseenAftermathMs }).catch(() => undefined);
  return told;
}

/** The first output ends the first-content deadline; what is held longer is watched for stalls instead. */
function noteProgress(part: LanguageModelV4StreamPart, { attempt, chain }: HoldOptions): void {
  const { record } = attempt;
  if (isOutputPart(part)) record.ttftMs ??= chain.clock.monotonicMs() - record.startedMonotonicMs;
  if (record.ttftMs !== undefined) attempt.watchForStalls(chain.stallTimeoutMs);
}
