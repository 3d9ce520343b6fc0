import { isRecord } from '../http/json.ts';
import type { ChatRequest } from '../chat/chat-request.ts';
import { lastUserText, systemText } from './conversation.ts';
import { extractFacts } from './extract-facts.ts';

/** The two shapes of answer that memory layers ask for. */
type MemoryShape = 'memory' | 'facts';

function shapeOfSchema(schema: unknown): MemoryShape | undefined {
  const properties = isRecord(schema) ? schema['properties'] : undefined;
  if (!isRecord(properties)) return undefined;
  const memory = properties['memory'];
  const items = isRecord(memory) ? memory['items'] : undefined;
  if (isRecord(items) && isRecord(items['properties']) && 'text' in items['properties'])
    return 'memory';
  const facts = properties['facts'];
  return isRecord(facts) && isRecord(facts['items']) && facts['items']['type'] === 'string'
    ? 'facts'
    : undefined;
}

/** mem0 asks for JSON in words where it has no schema: its system prompt speaks of memory and its user prompt has these headings. */
function shapeOfPrompt(request: ChatRequest): MemoryShape | undefined {
  const system = systemText(request);
  if (/^## New Messages/m.test(lastUserText(request)) && /memor/i.test(system)) return 'memory';
  return /"facts"/.test(system) && /json/i.test(system) ? 'facts' : undefined;
}

/** Which memory answer the request wants; undefined when it wants none. */
function memoryShape(request: ChatRequest): MemoryShape | undefined {
  const format = request.responseFormat;
  if (request.tools.length > 0) return undefined;
  return format.type === 'json_schema' ? shapeOfSchema(format.schema) : shapeOfPrompt(request);
}

/** The answer to a memory extraction, as a JSON value; undefined when the request is none. */
export function memoryReply(request: ChatRequest): object | undefined {
  const shape = memoryShape(request);
  if (shape === undefined) return undefined;
  const facts = extractFacts(lastUserText(request));
  if (shape === 'facts') return { facts: facts.map((fact) => fact.text) };
  return {
    memory: facts.map((fact, index) => ({
      id: String(index),
      text: fact.text,
      attributed_to: fact.speaker,
      linked_memory_ids: [],
    })),
  };
}
