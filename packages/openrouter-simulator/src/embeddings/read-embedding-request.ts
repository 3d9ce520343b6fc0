import { isRecord, textOf } from '../http/json.ts';
import { WireError } from '../http/wire-error.ts';

/** The body of `POST /embeddings`, read. */
export interface EmbeddingRequest {
  readonly model: string;
  /** Token lists are taken as the text of their numbers. */
  readonly inputs: readonly string[];
  readonly dimensions: number | undefined;
  readonly isBase64: boolean;
}

const invalid = (message: string): WireError =>
  new WireError({ status: 400, message, metadata: { error_type: 'invalid_request' } });

function textOfItem(item: unknown): string {
  if (typeof item === 'string') return item;
  const content = isRecord(item) ? item['content'] : undefined;
  const parts = Array.isArray(content) ? content.filter(isRecord) : [];
  return parts.length > 0
    ? parts.map((part) => textOf(part['text'])).join('\n')
    : JSON.stringify(item);
}

function readInputs(input: unknown): string[] {
  if (typeof input === 'string') return [input];
  if (!Array.isArray(input) || input.length === 0) throw invalid('Invalid input');
  // One list of token numbers is one input.
  return typeof input[0] === 'number' ? [textOfItem(input)] : input.map(textOfItem);
}

/** @throws WireError 400 naming what is wrong. */
export function readEmbeddingRequest(body: unknown): EmbeddingRequest {
  if (!isRecord(body) || typeof body['model'] !== 'string') throw invalid('No models provided');
  const { dimensions } = body;
  if (dimensions !== undefined && !(Number.isInteger(dimensions) && Number(dimensions) > 0))
    throw invalid('dimensions must be a positive integer');
  return {
    model: body['model'],
    inputs: readInputs(body['input']),
    dimensions: dimensions === undefined ? undefined : Number(dimensions),
    isBase64: body['encoding_format'] === 'base64',
  };
}
