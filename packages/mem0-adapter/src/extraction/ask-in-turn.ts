import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { notify } from '../call/notify.ts';
import { attemptModel, type AttemptModelResult } from './attempt-model.ts';
import type { Attempt } from './attempt.ts';
import { Mem0LlmError } from './mem0-llm-error.ts';
import type { Mem0LlmOptions } from './mem0-llm-options.ts';
import type { Mem0LlmCall, Mem0Message } from './mem0-llm.ts';
import type { ReadAnswer } from './read-answer.ts';
import { toPrompt } from './to-prompt.ts';

export interface AskInTurnOptions {
  /** In the order in which they are asked. */
  readonly models: readonly LanguageModelV4[];
  readonly messages: readonly Mem0Message[];
  readonly responseFormat: LanguageModelV4CallOptions['responseFormat'];
  readonly read: ReadAnswer;
  readonly call?: Mem0LlmCall | undefined;
  readonly settings: Mem0LlmOptions;
}

/**
 * The first usable answer. One model after the other, because the next is only paid for when this one
 * failed; and the limit of an answer is doubled once, where an answer ran into it.
 *
 * @throws Mem0LlmError where no model gave one.
 */
export async function askInTurn(options: AskInTurnOptions): Promise<string> {
  const { models, read, call, settings } = options;
  const { maxOutputTokens: firstLimit = 4096, timeoutMs = 30_000, now = Date.now } = settings;
  const callOptions = callOptionsOf(options);
  const attempts: Attempt[] = [];
  const waiting = [...models];
  let maxOutputTokens = firstLimit;
  let partialText = '';
  for (let model = waiting.shift(); model !== undefined; model = waiting.shift()) {
    const result = await attemptModel({
      model,
      callOptions,
      maxOutputTokens,
      read,
      timeoutMs,
      abortSignal: call?.abortSignal,
      now,
    });
    attempts.push(result.attempt);
    report(result, settings, call);
    if (result.text !== undefined) return result.text;
    call?.abortSignal?.throwIfAborted();
    partialText = longer(partialText, result.partialText ?? '');
    if (result.ranIntoLimit && maxOutputTokens === firstLimit) {
      // What this talk needs does not depend on the model: those after it get the room as well.
      maxOutputTokens = 2 * firstLimit;
      waiting.unshift(model);
    }
  }
  if (settings.salvage === true && partialText !== '') return partialText;
  throw new Mem0LlmError(attempts);
}

function callOptionsOf({
  messages,
  responseFormat,
  settings,
}: AskInTurnOptions): LanguageModelV4CallOptions {
  const { providerOptions } = settings;
  return {
    prompt: toPrompt(messages),
    temperature: 0,
    ...(responseFormat && { responseFormat }),
    ...(providerOptions && { providerOptions }),
  };
}

/** Of two lists of whole memories the longer text holds more of them. */
function longer(one: string, other: string): string {
  return other.length > one.length ? other : one;
}

function report(
  { attempt, providerMetadata }: AttemptModelResult,
  { onAttempt, onUsage }: Mem0LlmOptions,
  call: Mem0LlmCall | undefined,
): void {
  notify(onAttempt, attempt);
  const { modelId, servedModelId = modelId, provider, outcome, usage, generationId } = attempt;
  if (usage === undefined) return;
  const used = {
    modelId: servedModelId,
    provider,
    outcome,
    usage,
    ...(generationId !== undefined && { generationId }),
    ...(providerMetadata && { providerMetadata }),
  };
  notify(onUsage, used);
  notify(call?.onUsage, used);
}
