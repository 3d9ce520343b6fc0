import type { Capability } from '@tierwise/catalog';
import { calibratedCorrection } from '../calibrate/calibrated-correction.ts';
import type { Calibration } from '../calibrate/calibration.ts';
import { scoreDifficulty } from '../difficulty/score-difficulty.ts';
import { detectTask } from '../task/detect-task.ts';
import type { Task } from '../task/task.ts';
import { readText } from '../text/read-text.ts';
import type { TextReading } from '../text/text-reading.ts';
import type { CallLike } from './call.ts';
import { detectLanguage } from './detect-language.ts';
import { tokenRange } from './estimate-tokens.ts';
import { expectOutputTokens } from './expect-output-tokens.ts';
import { type PromptReading, readPrompt } from './read-prompt.ts';
import type { Requirements } from './requirements.ts';

export interface DescribeCallOptions {
  /** Overrides the detected kind of work. */
  readonly task?: Task | undefined;
  /** Overrides the estimated difficulty, 0 … 1. */
  readonly difficulty?: number | undefined;
  /** What `calibrate` learned from your own outcomes; it becomes a part of the difficulty. */
  readonly calibration?: Calibration | undefined;
}

/**
 * Reads what a call needs from its AI SDK call options: task, difficulty with its parts, language,
 * modalities, capabilities and tokens. Pure, in one pass over the question, and never throws on odd content.
 */
export function describeCall(call: CallLike, options: DescribeCallOptions = {}): Requirements {
  const prompt = readPrompt(call);
  const reading = readText(prompt.question);
  const task = options.task ?? taskOf(call, prompt, reading);
  const difficulty = scoreDifficulty({
    reading,
    tools: call.tools?.length ?? 0,
    hasSchema: call.responseFormat?.type === 'json',
    reasoningAsked: asksForReasoning(call),
    correction:
      options.calibration === undefined ? 0 : calibratedCorrection(options.calibration, reading),
  });
  return {
    task,
    difficulty: options.difficulty ?? difficulty.value,
    signals: difficulty.signals,
    language: detectLanguage(reading),
    inputModalities: [...prompt.modalities],
    capabilities: neededCapabilities(call),
    inputTokens: tokenRange(prompt.inputTokens),
    outputTokens: expectOutputTokens({ task, maxOutputTokens: call.maxOutputTokens }),
    agentStep: prompt.agentStep,
  };
}

/** The system text is looked at only where it can decide, and only at its start: it may be long. */
const SYSTEM_CHARACTERS = 4_000;

function taskOf(call: CallLike, prompt: PromptReading, reading: TextReading): Task {
  const hasSchema = call.responseFormat?.type === 'json';
  return detectTask({
    reading,
    systemCues: hasSchema ? readText(prompt.systemText.slice(0, SYSTEM_CHARACTERS)).cues : null,
    modalities: prompt.modalities,
    inputTokens: prompt.inputTokens,
    agentStep: prompt.agentStep,
    hasTools: hasTools(call),
    hasSchema,
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
