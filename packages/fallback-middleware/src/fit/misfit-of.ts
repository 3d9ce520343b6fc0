import type { CandidateFacts } from '../candidate/candidate-facts.ts';
import type { CallNeed } from './call-need.ts';

/** Why a model cannot take a call, in words; undefined when it can, or when nothing is known against it. */
export function misfitOf(facts: CandidateFacts, need: CallNeed): string | undefined {
  return (
    windowMisfit(facts, need) ??
    outputMisfit(facts, need) ??
    modalityMisfit(facts, need) ??
    (need.tools && facts.tools === false ? 'it takes no tools' : undefined) ??
    (need.structuredOutput && facts.structuredOutput === false
      ? 'it gives no structured output'
      : undefined)
  );
}

function windowMisfit(facts: CandidateFacts, need: CallNeed): string | undefined {
  const neededTokens = need.inputTokens + need.outputTokens;
  return facts.contextTokens !== undefined && facts.contextTokens < neededTokens
    ? `its window of ${facts.contextTokens} tokens is smaller than the ${neededTokens} needed`
    : undefined;
}

function outputMisfit({ maxOutputTokens }: CandidateFacts, need: CallNeed): string | undefined {
  return maxOutputTokens !== undefined && maxOutputTokens < need.outputTokens
    ? `it gives at most ${maxOutputTokens} tokens, fewer than the ${need.outputTokens} reserved`
    : undefined;
}

function modalityMisfit(facts: CandidateFacts, need: CallNeed): string | undefined {
  const readable = facts.inputModalities;
  if (readable === undefined) return undefined;
  const missing = [...need.modalities].find((modality) => !readable.includes(modality));
  return missing === undefined ? undefined : `it does not read ${missing} input`;
}
