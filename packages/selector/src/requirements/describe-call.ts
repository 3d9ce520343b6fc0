import type { Capability } from '@tierwise/catalog';
import { calibratedCorrection } from '../calibrate/calibrated-correction.ts';
import type { Calibration } from '../calibrate/calibration.ts';
import { scoreDifficulty, signalsOf } from '../difficulty/score-difficulty.ts';
import { cueCount } from '../task/cue.ts';
import { detectTask } from '../task/detect-task.ts';
import type { Task } from '../task/task.ts';
import { borrowReading } from '../text/borrow-reading.ts';
import type { CallLike } from './call.ts';
import { detectLanguage } from './detect-language.ts';
import { tokenRange } from './estimate-tokens.ts';
import { expectOutputTokens } from './expect-output-tokens.ts';
import { readPrompt, systemTextOf } from './read-prompt.ts';
import type { Requirements } from './requirements.ts';

/** What you know of a call better than its text says. */
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
  const hasTools = offersTools(call);
  const hasSchema = call.responseFormat?.type === 'json';
  const reasoningAsked = asksForReasoning(call);
  // Before the question is: a borrowed reading holds until the next text is read.
  const systemExtracts = hasSchema && asksForExtraction(systemTextOf(call));
  const reading = borrowReading(prompt.question);
  const inputTokens = prompt.isBare ? prompt.tokens + reading.tokens : prompt.tokens;
  const difficulty = scoreDifficulty({
    reading,
    tools: call.tools?.length ?? 0,
    hasSchema,
    reasoningAsked,
    correction:
      options.calibration === undefined ? 0 : calibratedCorrection(options.calibration, reading),
  });
  const { modalities, agentStep } = prompt;
  const evidence = {
    reading,
    modalities,
    inputTokens,
    agentStep,
    hasTools,
    hasSchema,
    systemExtracts,
  };
  const task = options.task ?? detectTask(evidence);
  return {
    task,
    difficulty: options.difficulty ?? difficulty.value,
    get signals() {
      return signalsOf(difficulty);
    },
    language: detectLanguage(reading),
    inputModalities: modalities,
    capabilities: neededCapabilities(call, { hasTools, reasoningAsked }),
    inputTokens: tokenRange(inputTokens),
    outputTokens: expectOutputTokens({ task, maxOutputTokens: call.maxOutputTokens }),
    agentStep,
  };
}

/** The system text is looked at only where it can decide, and only at its start: it may be long. */
const SYSTEM_CHARACTERS = 4_000;

function asksForExtraction(systemText: string): boolean {
  if (systemText === '') return false;
  return cueCount(borrowReading(systemText.slice(0, SYSTEM_CHARACTERS)).cues, 'extract') > 0;
}

function neededCapabilities(
  { toolChoice, responseFormat }: CallLike,
  { hasTools, reasoningAsked }: { readonly hasTools: boolean; readonly reasoningAsked: boolean },
): Capability[] {
  const needed: Capability[] = [];
  if (hasTools) needed.push('tools');
  if (toolChoice?.type === 'required' || toolChoice?.type === 'tool') needed.push('tool-choice');
  if (responseFormat?.type === 'json')
    needed.push(responseFormat.schema === undefined ? 'json-object' : 'structured-output');
  if (reasoningAsked) needed.push('reasoning');
  return needed;
}

/** A provider-executed tool is a plugin of the server, not something the model must be able to do. */
function offersTools({ tools }: CallLike): boolean {
  return tools?.some(({ type }) => type === 'function') ?? false;
}

function asksForReasoning({ reasoning }: CallLike): boolean {
  return reasoning !== undefined && reasoning !== 'provider-default' && reasoning !== 'none';
}
