import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { JudgedFailure } from '../chain/judged-failure.ts';
import type { AttemptSource } from './attempt-source.ts';
import { commits } from './commits.ts';
import type { StreamWatch } from './stream-watch.ts';

/** What {@link holdUntilCommit} needs. */
export interface HoldOptions {
  readonly source: AttemptSource;
  readonly watch: StreamWatch;
  readonly hold: 'first-content' | 'text';
}

/**
 * Reads until the attempt has shown what binds us to it, or has finished well without it. Returns the parts read,
 * the last of them the committing one. Throws when the attempt failed before, and nobody has seen anything.
 */
export async function holdUntilCommit(options: HoldOptions): Promise<LanguageModelV4StreamPart[]> {
  const { source, watch, hold } = options;
  const held: LanguageModelV4StreamPart[] = [];
  for (;;) {
    const part = await source.read();
    if (part === undefined) throw new JudgedFailure(endedWithoutFinish);
    if (part.type === 'error') throw part.error;
    if (watch.observe(part)) held.push(part);
    if (part.type === 'finish') {
      const failure = watch.judge(part);
      if (failure !== undefined) throw new JudgedFailure(failure);
      return held;
    }
    if (commits(part, hold)) return held;
  }
}

const endedWithoutFinish = {
  class: 'truncated',
  message: 'The stream ended before any content and without a finish part',
} as const;
