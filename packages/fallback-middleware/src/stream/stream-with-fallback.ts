import type { LanguageModelV4StreamResult } from '@ai-sdk/provider';
import type { Attempt } from '../chain/attempt.ts';
import { runChain } from '../chain/run-chain.ts';
import {
  createLanguageCall,
  endCall,
  paramsFor,
  type LanguageCall,
} from '../language/language-call.ts';
import type { LanguageCandidate } from '../language/language-candidate.ts';
import type { FallbackCall } from '../language/language-options.ts';
import { AttemptSource } from './attempt-source.ts';
import type { CommittedStream } from './committed-stream.ts';
import { holdUntilCommit } from './hold-until-commit.ts';
import { relayStream } from './relay-stream.ts';
import { StreamWatch } from './stream-watch.ts';

/**
 * One streamed answer over an ordered list of candidates. Resolves once a candidate has shown content; until then
 * any failure is replaced unseen, afterwards it surfaces once as an `error` part and a `finish`.
 * @throws FallbackExhaustedError when none got that far; the caller's own reason after an abort.
 */
export async function streamWithFallback(
  input: FallbackCall,
): Promise<LanguageModelV4StreamResult> {
  const call = createLanguageCall(input);
  try {
    const committed = await runChain(call.chain, (attempt) => openStream(call, attempt));
    return { ...committed.result, stream: relayStream(call, committed) };
  } catch (error) {
    endCall(call, error);
    throw error;
  }
}

async function openStream(
  call: LanguageCall,
  attempt: Attempt<LanguageCandidate>,
): Promise<CommittedStream> {
  const { candidate, record } = attempt;
  attempt.setDeadline('first-content', call.chain.options.firstContentTimeoutMs);
  const params = paramsFor(call, candidate, attempt.signal);
  const result = await attempt.guard(() => candidate.model.doStream(params), discard);
  const source = new AttemptSource(result.stream, attempt);
  const watch = new StreamWatch(record, params, candidate.model.provider);
  try {
    const hold = call.input.hold ?? 'first-content';
    const held = await holdUntilCommit({ source, watch, hold });
    attempt.clearDeadline();
    record.ttftMs = call.chain.options.clock.monotonicMs() - record.startedMonotonicMs;
    return { attempt, result, source, watch, held };
  } catch (error) {
    source.cancel(error);
    throw error;
  }
}

/** A stream that arrives after its attempt was given up is closed at once; its answer to that does not matter. */
function discard(late: LanguageModelV4StreamResult): void {
  late.stream.cancel().catch(() => undefined);
}
