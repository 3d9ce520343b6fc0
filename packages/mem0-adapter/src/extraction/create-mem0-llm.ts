import {
  InvalidArgumentError,
  UnsupportedFunctionalityError,
  type LanguageModelV4,
} from '@ai-sdk/provider';
import { wrapLanguageModel } from 'ai';
import { assertCounts, assertDurations } from '../call/assert-numbers.ts';
import { assertOptions } from '../call/assert-options.ts';
import { askInTurn, type AskInTurnOptions } from './ask-in-turn.ts';
import { extractionSchema } from './extraction-schema.ts';
import type { Mem0LlmOptions } from './mem0-llm-options.ts';
import type { Mem0Llm, Mem0Message } from './mem0-llm.ts';
import { readExtractionAnswer, readTextAnswer } from './read-answer.ts';

type Request = Omit<AskInTurnOptions, 'models' | 'settings'>;

/**
 * Serves Mem0's model port with AI SDK models: temperature 0, a bounded answer, a strict schema. A
 * model that throws, stays silent, or answers with nothing, half an answer or something else gives
 * way to the next; an empty list of memories is a good answer. Each model is asked once, and in each
 * request one of them twice: where an answer ran into its limit, with double the room.
 *
 * The port's methods reject with a {@link Mem0LlmError} when no model gave a usable answer.
 *
 * @throws InvalidArgumentError where an option is unknown, there is no model to ask, or a limit is no number that can be kept to.
 */
export function createMem0Llm(options: Mem0LlmOptions): Mem0Llm {
  assertOptions<Mem0LlmOptions>({
    of: 'createMem0Llm',
    options,
    known: {
      model: 'optional',
      models: 'optional',
      maxOutputTokens: 'optional',
      timeoutMs: 'optional',
      salvage: 'optional',
      providerOptions: 'optional',
      onAttempt: 'optional',
      onUsage: 'optional',
      now: 'optional',
    },
  });
  assertCounts({ maxOutputTokens: options.maxOutputTokens });
  assertDurations({ timeoutMs: options.timeoutMs });
  const models = modelsOf(options);
  const ask = async (request: Request): Promise<string> =>
    askInTurn({ ...request, models, settings: options });
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
