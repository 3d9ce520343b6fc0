import type { ErrorFacts } from './error-facts.ts';
import type { FailureClass } from './failure-class.ts';

const classes: ReadonlyMap<string, FailureClass> = new Map([
  ['AbortError', 'aborted'],
  ['TimeoutError', 'timeout'],
  ['AI_LoadAPIKeyError', 'auth'],
  ['AI_LoadSettingError', 'auth'],
  ['AI_NoSuchModelError', 'model-gone'],
  ['AI_UnsupportedFunctionalityError', 'unsupported'],
  ['AI_TooManyEmbeddingValuesForCallError', 'bad-request'],
  ['AI_InvalidPromptError', 'bad-request'],
  ['AI_InvalidArgumentError', 'bad-request'],
  ['AI_NoContentGeneratedError', 'empty'],
  ['AI_EmptyResponseBodyError', 'upstream-error'],
  ['AI_InvalidResponseDataError', 'upstream-error'],
  ['AI_JSONParseError', 'upstream-error'],
  ['AI_TypeValidationError', 'upstream-error'],
]);

/** The class that the error's own name (or a cause's) stands for; a socket code means the network, zlib's a broken body. */
export function classByName(facts: ErrorFacts): FailureClass | undefined {
  for (const name of facts.names) {
    const found = classes.get(name);
    if (found !== undefined) return found;
  }
  if (facts.socketCode === undefined) return undefined;
  if (facts.socketCode.startsWith('Z_')) return 'upstream-error';
  return /TIMEOUT|ETIMEDOUT/.test(facts.socketCode) ? 'timeout' : 'network';
}
