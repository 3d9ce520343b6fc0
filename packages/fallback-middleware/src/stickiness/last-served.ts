import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { readStamp } from '../hygiene/stamp.ts';

/** Who served the conversation last, and whether its turn is still going on. */
export interface LastServed {
  readonly candidateId: string;
  /** The prompt ends with a tool's result: the agent is in the middle of a run. */
  readonly midRun: boolean;
}

/** Reads it off the stamps in the prompt: no state is kept, so it works across processes and restarts. */
export function lastServed(prompt: LanguageModelV4Prompt): LastServed | undefined {
  const turn = prompt.findLast((message) => message.role === 'assistant');
  if (turn === undefined) return undefined;
  for (const part of turn.content.toReversed()) {
    const stamp = readStamp(part.providerOptions);
    if (stamp !== undefined) {
      return { candidateId: stamp.candidateId, midRun: prompt.at(-1)?.role === 'tool' };
    }
  }
  return undefined;
}
