import { isRecord, stringList, textOf, type JsonRecord } from '../http/json.ts';
import { WireError } from '../http/wire-error.ts';
import type { ChatRequest, ResponseFormat, ToolChoice, ToolDefinition } from './chat-request.ts';
import { readMessage } from './read-message.ts';

/** OpenRouter refuses a longer fallback list (reported by coder/xum#2963). */
const MAX_FALLBACK_MODELS = 3;

const PARAMETERS =
  'temperature top_p top_k min_p top_a frequency_penalty presence_penalty repetition_penalty max_tokens max_completion_tokens logit_bias logprobs top_logprobs seed stop tools tool_choice parallel_tool_calls reasoning reasoning_effort verbosity'.split(
    ' ',
  );

const invalid = (message: string): WireError =>
  new WireError({ status: 400, message, metadata: { error_type: 'invalid_request' } });

function readModels(body: JsonRecord): string[] {
  const fallbacks = stringList(body['models']);
  if (fallbacks.length > MAX_FALLBACK_MODELS)
    throw invalid(`'models' array must have ${MAX_FALLBACK_MODELS} items or fewer`);
  const first = typeof body['model'] === 'string' ? [body['model']] : [];
  const models = [...new Set([...first, ...fallbacks])];
  if (models.length === 0) throw invalid('No models provided');
  return models;
}

function readTool(tool: JsonRecord): ToolDefinition[] {
  const definition = tool['function'];
  if (tool['type'] !== 'function' || !isRecord(definition)) return [];
  return [
    {
      name: textOf(definition['name']),
      description: textOf(definition['description']),
      parameters: definition['parameters'] ?? { type: 'object', properties: {} },
    },
  ];
}

function readToolChoice(value: unknown): ToolChoice {
  if (value === 'none' || value === 'required') return { type: value };
  const named = isRecord(value) ? value['function'] : undefined;
  if (isRecord(named) && typeof named['name'] === 'string')
    return { type: 'function', name: named['name'] };
  return { type: 'auto' };
}

function readResponseFormat(value: unknown): ResponseFormat {
  if (!isRecord(value)) return { type: 'text' };
  if (value['type'] === 'json_object') return { type: 'json_object' };
  if (value['type'] !== 'json_schema') return { type: 'text' };
  const wrapper = value['json_schema'];
  if (!isRecord(wrapper)) throw invalid('response_format.json_schema is required');
  return { type: 'json_schema', schema: wrapper['schema'] ?? {} };
}

function readReasoning(body: JsonRecord): ChatRequest['reasoning'] {
  const given = isRecord(body['reasoning']) ? body['reasoning'] : {};
  const effort = given['effort'] ?? body['reasoning_effort'];
  const budget = given['max_tokens'];
  const asked =
    given['enabled'] === true ||
    typeof budget === 'number' ||
    (typeof effort === 'string' && effort !== 'none');
  return {
    enabled: asked && given['enabled'] !== false,
    exclude: given['exclude'] === true,
    ...(typeof budget === 'number' && { maxTokens: budget }),
  };
}

function parametersGiven(body: JsonRecord): string[] {
  const format = isRecord(body['response_format']) ? body['response_format']['type'] : undefined;
  const given = PARAMETERS.filter((name) => body[name] !== undefined && body[name] !== null);
  if (format === 'json_object') given.push('response_format');
  if (format === 'json_schema') given.push('structured_outputs');
  return given;
}

function stopList(value: unknown): string[] {
  const list = typeof value === 'string' ? [value] : stringList(value);
  return list.filter((text) => text !== '');
}

/**
 * Reads the body of `POST /chat/completions`.
 * @throws WireError 400 naming what is wrong, as OpenRouter does.
 */
export function readChatRequest(body: unknown): ChatRequest {
  if (!isRecord(body)) throw invalid('Invalid JSON body');
  const { messages } = body;
  if (!Array.isArray(messages) || messages.length === 0)
    throw invalid('Input required: specify "messages"');
  const tools = Array.isArray(body['tools']) ? body['tools'].filter(isRecord) : [];
  const plugins = Array.isArray(body['plugins']) ? body['plugins'].filter(isRecord) : [];
  const maxTokens = body['max_completion_tokens'] ?? body['max_tokens'];
  return {
    models: readModels(body),
    messages: messages.map(readMessage),
    tools: tools.flatMap(readTool),
    serverTools: tools.filter((tool) => tool['type'] !== 'function').map((t) => textOf(t['type'])),
    toolChoice: readToolChoice(body['tool_choice']),
    parallelToolCalls: body['parallel_tool_calls'] === true,
    responseFormat: readResponseFormat(body['response_format']),
    stream: body['stream'] === true,
    maxTokens: typeof maxTokens === 'number' ? maxTokens : undefined,
    stop: stopList(body['stop']),
    reasoning: readReasoning(body),
    provider: isRecord(body['provider']) ? body['provider'] : {},
    plugins: plugins.map((plugin) => textOf(plugin['id'])),
    parameters: parametersGiven(body),
    body,
  };
}
