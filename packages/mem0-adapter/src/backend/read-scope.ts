import { InvalidArgumentError } from '@ai-sdk/provider';
import type { MemoryScope } from './memory-scope.ts';

const longestId = 256;

/**
 * A scope from outside, checked: at least one id, each a text of 1 to 256 characters.
 *
 * @throws InvalidArgumentError naming the id that is wrong, and not its value: it may be private.
 */
export function readScope(value: unknown): MemoryScope {
  if (typeof value !== 'object' || value === null) throw invalid(`is ${typeof value}`);
  const userId = readId('userId', value);
  const agentId = readId('agentId', value);
  const runId = readId('runId', value);
  const run = runId === undefined ? {} : { runId };
  const agent = agentId === undefined ? {} : { agentId };
  if (userId !== undefined) return { userId, ...agent, ...run };
  if (agentId !== undefined) return { agentId, ...run };
  if (runId !== undefined) return { runId };
  throw invalid('names nobody');
}

function readId(name: string, scope: object): string | undefined {
  const id: unknown = Reflect.get(scope, name);
  if (id === undefined) return undefined;
  if (typeof id === 'string' && id !== '' && id.length <= longestId) return id;
  throw invalid(`has a \`${name}\` that is no text of 1 to ${longestId} characters`);
}

function invalid(what: string): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: 'scope',
    message: `The memory scope ${what}: give \`userId\`, \`agentId\` or \`runId\` as a text.`,
  });
}
