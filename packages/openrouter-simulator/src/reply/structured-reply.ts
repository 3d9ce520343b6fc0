import type { ChatRequest } from '../chat/chat-request.ts';
import { WireError } from '../http/wire-error.ts';
import { excerpt, lastUserText } from './conversation.ts';
import { memoryReply } from './memory-reply.ts';
import { accepts } from './schema/accepts.ts';
import { instanceOf } from './schema/instance-of.ts';
import { toJson, toSchema, type Json } from './schema/schema.ts';

const TEXT_LENGTH = 60;

function schemaReply(request: ChatRequest, schema: unknown): Json {
  const topic = excerpt(lastUserText(request), TEXT_LENGTH);
  const instance = instanceOf(schema, { textFor: (property) => `simulated ${property}: ${topic}` });
  if (instance === undefined)
    throw new WireError({
      status: 400,
      message: 'Invalid schema for response_format: no value satisfies it',
      metadata: { error_type: 'invalid_request' },
    });
  return instance;
}

/** The JSON text for `response_format`, or for a memory extraction; undefined when plain text is wanted. */
export function structuredReply(request: ChatRequest): string | undefined {
  const format = request.responseFormat;
  const memory = memoryReply(request);
  if (format.type === 'json_schema') {
    const schema = toSchema(format.schema);
    const fits = memory !== undefined && accepts(schema, toJson(memory), schema);
    return JSON.stringify(fits ? memory : schemaReply(request, schema));
  }
  if (memory !== undefined) return JSON.stringify(memory);
  if (format.type === 'json_object')
    return JSON.stringify({ simulated: true, about: excerpt(lastUserText(request), TEXT_LENGTH) });
  return undefined;
}
