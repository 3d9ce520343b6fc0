import { JSONParseError, TypeValidationError } from '@ai-sdk/provider';

export interface SafeMessageOptions {
  readonly error: unknown;
  /** Texts that were sent. */
  readonly sent: readonly string[];
}

const longestMessage = 200;
// Shorter lines are common words: finding one in a message proves nothing.
const shortestEcho = 12;
const keyLike = /\b(?:sk|pk|rk|key)-[\w-]{6,}|\bBearer\s+\S{6,}/g;

/** An error's message without what was sent, without the answer and without keys. */
export function safeMessage({ error, sent }: SafeMessageOptions): string {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown instead of an error`;
  // Both quote the answer in full.
  if (JSONParseError.isInstance(error) || TypeValidationError.isInstance(error)) return error.name;
  if (echoes(error.message, sent)) return `${error.name}, whose message repeats the prompt`;
  return error.message.slice(0, longestMessage).replaceAll(keyLike, '[key]');
}

function echoes(message: string, sent: readonly string[]): boolean {
  const lines = sent.flatMap((text) => text.split('\n')).map((line) => line.trim());
  return lines.some((line) => line.length >= shortestEcho && message.includes(line));
}
