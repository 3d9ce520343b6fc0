import type { LanguageModelV4CallOptions, LanguageModelV4StreamResult } from '@ai-sdk/provider';
import type { Attempt } from '../chain/attempt.ts';
import { assessAnswer } from '../language/assess-answer.ts';
import { paramsFor, type LanguageCall } from '../language/language-call.ts';
import type { LanguageCandidate } from '../language/language-candidate.ts';
import { AttemptSource } from './attempt-source.ts';
import type { CommittedStream } from './committed-stream.ts';
import { holdUntilCommit } from './hold-until-commit.ts';
import { StreamWatch } from './stream-watch.ts';

/** Starts one candidate's stream and holds it until it is to be shown. Throws when it failed before. */
export async function openStream(
  call: LanguageCall,
  attempt: Attempt<LanguageCandidate>,
  adapt: (params: LanguageModelV4CallOptions) => LanguageModelV4CallOptions = (params) => params,
): Promise<CommittedStream> {
  const { candidate, record } = attempt;
  const chain = call.chain.options;
  attempt.startDeadline('first-content', chain.firstContentTimeoutMs);
  const params = adapt(paramsFor(call, candidate, attempt.signal));
  const result = await attempt.guard(candidate.model.doStream(params), discard);
  const source = new AttemptSource(result.stream, attempt);
  const watch = new StreamWatch(record, params, candidate.model.provider);
  try {
    const hold = call.input.hold ?? 'first-content';
    const held = await holdUntilCommit({
      attempt,
      source,
      watch,
      hold,
      chain,
      assess: (finish) => assessAnswer(call, attempt, watch.answer(finish)),
    });
    attempt.watchForStalls(chain.stallTimeoutMs);
    if (call.input.continueText !== true) watch.stopCollecting();
    return { attempt, result, source, watch, held };
  } catch (error) {
    source.release(error);
    throw error;
  }
}

/** A stream that arrives after its attempt was given up is closed at once; its answer to that does not matter. */
function discard(late: LanguageModelV4StreamResult): void {
  late.stream.cancel().catch(() => undefined);
}
