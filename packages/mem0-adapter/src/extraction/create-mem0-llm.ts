import {
  InvalidArgumentError,
  UnsupportedFunctionalityError,
  type LanguageModelV4,
  type LanguageModelV4CallOptions,
} from '@ai-sdk/provider';
import { wrapLanguageModel } from 'ai';
import { attemptModel, type AttemptModelResult } from './attempt-model.ts';
import type { Attempt } from './attempt.ts';
import { extractionSchema } from './extraction-schema.ts';
import { Mem0LlmError } from './mem0-llm-error.ts';
import type { Mem0LlmOptions } from './mem0-llm-options.ts';
import type { Mem0Llm, Mem0LlmCall, Mem0Message } from './mem0-llm.ts';
import { notify } from '../call/notify.ts';
import { readExtractionAnswer, readTextAnswer, type ReadAnswer } from './read-answer.ts';
import { toPrompt } from './to-prompt.ts';

interface Request {
  readonly messages: readonly Mem0Message[];
  readonly responseFormat: LanguageModelV4CallOptions['responseFormat'];
  readonly read: ReadAnswer;
  readonly call?: Mem0LlmCall | undefined;
}

/**
 * Serves Mem0's model port with AI SDK models: temperature 0, a bounded answer, a strict schema. A
 * model that throws, stays silent, or answers with nothing, half an answer or something else gives
 * way to the next; an empty list of memories is a good answer. Each model is asked once.
 *
 * The port's methods reject with a {@link Mem0LlmError} when no model gave a usable answer.
 *
 * @throws InvalidArgumentError where there is no model to ask.
 */
export function createMem0Llm(options: Mem0LlmOptions): Mem0Llm {
  const models = modelsOf(options);
  const ask = async (request: Request): Promise<string> => askInTurn(models, request, options);
  return {
    async generateResponse(messages, responseFormat, tools, call) {
      if (tools !== undefined && tools.length > 0) {
        throw new UnsupportedFunctionalityError({ functionality: "tools in Mem0's model port" });
      }
      const isExtraction = responseFormat?.type === 'json_object';
      return ask({ ...(isExtraction ? extraction(messages) : text(messages)), call });
    },
    async generateChat(messages) {
      return { role: 'assistant', content: await ask(text(messages)) };
    },
  };
}

function modelsOf(options: Mem0LlmOptions): readonly LanguageModelV4[] {
  const models = options.models === undefined ? [options.model] : options.models;
  if (models.length === 0) {
    throw new InvalidArgumentError({
      argument: 'models',
      message: '`models` is an empty list: give createMem0Llm at least one AI SDK model.',
    });
  }
  // The public way to upgrade a model of an older specification.
  return models.map((each) => wrapLanguageModel({ model: each, middleware: [] }));
}

function extraction(messages: readonly Mem0Message[]): Request {
  const responseFormat = { type: 'json', name: 'memories', schema: extractionSchema } as const;
  return { messages, responseFormat, read: readExtractionAnswer };
}

function text(messages: readonly Mem0Message[]): Request {
  return { messages, responseFormat: { type: 'text' }, read: readTextAnswer };
}

async function askInTurn(
  models: readonly LanguageModelV4[],
  { messages, responseFormat, read, call }: Request,
  options: Mem0LlmOptions,
): Promise<string> {
  const { maxOutputTokens = 4096, timeoutMs = 30_000, providerOptions, now = Date.now } = options;
  const callOptions: LanguageModelV4CallOptions = {
    prompt: toPrompt(messages),
    temperature: 0,
    maxOutputTokens,
    ...(responseFormat && { responseFormat }),
    ...(providerOptions && { providerOptions }),
  };
  const abortSignal = call?.abortSignal;
  const attempts: Attempt[] = [];
  let partialText: string | undefined;
  for (const model of models) {
    // One after the other on purpose: the next model is only paid for when this one fails.
    const result = await attemptModel({ model, callOptions, read, timeoutMs, abortSignal, now });
    attempts.push(result.attempt);
    report(result, options, call);
    if (result.text !== undefined) return result.text;
    abortSignal?.throwIfAborted();
    partialText ??= result.partialText;
  }
  if (options.salvage === true && partialText !== undefined) return partialText;
  throw new Mem0LlmError(attempts);
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
