import type { Capability } from '@tierwise/catalog';
import { scoreDifficulty } from '../difficulty/score-difficulty.ts';
import { countCues, type CueCounts } from '../task/count-cues.ts';
import { detectTask } from '../task/detect-task.ts';
import type { Task } from '../task/task.ts';
import type { CallLike } from './call.ts';
import { detectLanguage } from './detect-language.ts';
import { estimateTextTokens, tokenRange } from './estimate-tokens.ts';
import { expectOutputTokens } from './expect-output-tokens.ts';
import { type PromptReading, readPrompt } from './read-prompt.ts';
import type { Requirements } from './requirements.ts';

export interface DescribeCallOptions {
  /** Overrides the detected kind of work. */
  readonly task?: Task | undefined;
  /** Overrides the estimated difficulty, 0 … 1. */
  readonly difficulty?: number | undefined;
}

/**
 * Reads what a call needs from its AI SDK call options: task, difficulty with its parts, language,
 * modalities, capabilities and tokens. Pure, in one pass over the prompt, and never throws on odd content.
 */
export function describeCall(call: CallLike, options: DescribeCallOptions = {}): Requirements {
  const reading = readPrompt(call);
  const cues = countCues(reading.question);
  const task = options.task ?? taskOf(call, reading, cues);
  const difficulty = difficultyOf(call, reading, cues);
  return {
    task,
    difficulty: options.difficulty ?? difficulty.value,
    signals: difficulty.signals,
    language: detectLanguage(reading.question),
    inputModalities: [...reading.modalities],
    capabilities: neededCapabilities(call),
    inputTokens: tokenRange(reading.inputTokens),
    outputTokens: expectOutputTokens({ task, maxOutputTokens: call.maxOutputTokens }),
    agentStep: reading.agentStep,
  };
}

function taskOf(call: CallLike, reading: PromptReading, cues: CueCounts): Task {
  return detectTask({
    cues,
    systemCues: countCues(reading.systemText.slice(0, 4_000)),
    modalities: reading.modalities,
    inputTokens: reading.inputTokens,
    agentStep: reading.agentStep,
    hasTools: hasTools(call),
    hasSchema: call.responseFormat?.type === 'json',
    hasCodeFence: reading.question.includes('```'),
  });
}

function difficultyOf(
  call: CallLike,
  reading: PromptReading,
  cues: CueCounts,
): ReturnType<typeof scoreDifficulty> {
  return scoreDifficulty({
    cues,
    questionTokens: estimateTextTokens(reading.question),
    numbers: countMatches(reading.question, /\d+/g),
    formulaMarks: countMatches(reading.question, /[=^√∑∫≤≥×÷]/g),
    hasCodeFence: reading.question.includes('```'),
    tools: call.tools?.length ?? 0,
    hasSchema: call.responseFormat?.type === 'json',
    reasoningAsked: asksForReasoning(call),
  });
}

function neededCapabilities(call: CallLike): Capability[] {
  const needed: Capability[] = [];
  if (hasTools(call)) needed.push('tools');
  if (call.toolChoice?.type === 'required' || call.toolChoice?.type === 'tool')
    needed.push('tool-choice');
  if (call.responseFormat?.type === 'json') {
    needed.push(call.responseFormat.schema === undefined ? 'json-object' : 'structured-output');
  }
  if (asksForReasoning(call)) needed.push('reasoning');
  return needed;
}

/** A provider-executed tool is a plugin of the server, not something the model must be able to do. */
function hasTools(call: CallLike): boolean {
  return call.tools?.some(({ type }) => type === 'function') ?? false;
}

function asksForReasoning({ reasoning }: CallLike): boolean {
  return reasoning !== undefined && reasoning !== 'provider-default' && reasoning !== 'none';
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
