import { JSONParseError, TypeValidationError } from '@ai-sdk/provider';

export interface SafeMessageOptions {
  readonly error: unknown;
  /** Texts that were sent. */
  readonly sent: readonly string[];
}

const longestMessage = 200;
// Long enough that a message and a prompt do not share it by chance.
const echoLength = 12;
// Of `withDeadline`. A prompt as short as "hi" would be found in it.
const ownWords = /^no answer within \d+ ms$/;
const keyLike = /\b(?:sk|pk|rk|key)-[\w-]{6,}|\bBearer\s+\S{6,}/g;

/** An error's message without what was sent, without the answer and without keys. */
export function safeMessage({ error, sent }: SafeMessageOptions): string {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown instead of an error`;
  // Both quote the answer in full.
  if (JSONParseError.isInstance(error) || TypeValidationError.isInstance(error)) return error.name;
  if (ownWords.test(error.message)) return error.message;
  const message = error.message.slice(0, longestMessage);
  if (sent.some((text) => quotes(message, text))) return `${error.name}, quoting the prompt`;
  return message.replaceAll(keyLike, '[key]');
}

/** Whether the message holds a piece of the text, or all of a short one. */
function quotes(message: string, text: string): boolean {
  const length = Math.min(echoLength, text.length);
  if (length === 0) return false;
  for (let start = 0; start + length <= message.length; start += 1) {
    if (text.includes(message.slice(start, start + length))) return true;
  }
  return false;
}
