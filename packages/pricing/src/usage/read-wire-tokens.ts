import type { TokenCounts } from './billable-usage.ts';
import { countOf, type Fields, fieldsOf } from './fields.ts';

interface CounterNames {
  readonly input: string;
  readonly output: string;
  readonly inputDetails: string;
  readonly outputDetails: string;
}

/** Written out, because names put together at each call make every look-up slow. */
const CHAT_COMPLETIONS: CounterNames = {
  input: 'prompt_tokens',
  output: 'completion_tokens',
  inputDetails: 'prompt_tokens_details',
  outputDetails: 'completion_tokens_details',
};

const RESPONSES: CounterNames = {
  input: 'input_tokens',
  output: 'output_tokens',
  inputDetails: 'input_tokens_details',
  outputDetails: 'output_tokens_details',
};

/** Reads the counters of a wire usage in any of the three dialects; `null` when it holds none that can be trusted. */
export function readWireTokens(wire: Fields): TokenCounts | null {
  if ('prompt_tokens' in wire) return readTokens(wire, CHAT_COMPLETIONS);
  if ('cache_read_input_tokens' in wire || 'cache_creation_input_tokens' in wire)
    return readMessagesTokens(wire);
  return 'input_tokens' in wire ? readTokens(wire, RESPONSES) : null;
}

/** Chat completions and responses: the prompt includes its cached part. */
function readTokens(wire: Fields, names: CounterNames): TokenCounts | null {
  const input = countOf(wire[names.input]);
  const output = countOf(wire[names.output]) ?? outputLeftOut(wire, input);
  if (input === null || output === null) return null;
  const inDetails = fieldsOf(wire[names.inputDetails]);
  const outDetails = fieldsOf(wire[names.outputDetails]);
  return {
    input,
    output,
    cacheRead: partOf(input, inDetails['cached_tokens']),
    cacheWrite: partOf(input, inDetails['cache_write_tokens']),
    cacheWrite1h: 0,
    reasoning: countOf(outDetails['reasoning_tokens']) ?? 0,
    inputAudio: countOf(inDetails['audio_tokens']) ?? 0,
    outputAudio: countOf(outDetails['audio_tokens']) ?? 0,
    outputImage: countOf(outDetails['image_tokens']) ?? 0,
  };
}

/** Embeddings report no output at all; any other missing counter is unknown, not zero. */
function outputLeftOut(wire: Fields, input: number | null): number | null {
  return input !== null && wire['total_tokens'] === input ? 0 : null;
}

/** Each counter is a part of the prompt. The two may overlap, but neither can be more than the whole. */
function partOf(whole: number, value: unknown): number {
  return Math.min(countOf(value) ?? 0, whole);
}

/** Messages: `input_tokens` is only what was neither read from nor written to a cache. */
function readMessagesTokens(wire: Fields): TokenCounts | null {
  const uncached = countOf(wire['input_tokens']);
  const output = countOf(wire['output_tokens']);
  if (uncached === null || output === null) return null;
  const cacheRead = countOf(wire['cache_read_input_tokens']) ?? 0;
  const cacheWrite = countOf(wire['cache_creation_input_tokens']) ?? 0;
  return {
    input: uncached + cacheRead + cacheWrite,
    output,
    cacheRead,
    cacheWrite,
    cacheWrite1h: countOf(fieldsOf(wire['cache_creation'])['ephemeral_1h_input_tokens']) ?? 0,
    reasoning: 0,
    inputAudio: 0,
    outputAudio: 0,
    outputImage: 0,
  };
}
