import { jsonSchema, type Schema, type Tool } from 'ai';
import type { MemoryBackend } from '../backend/memory-backend.ts';
import type { MemoryScope } from '../backend/memory-scope.ts';
import type { Memory } from '../backend/memory.ts';
import { assertOptions } from '../call/assert-options.ts';
import { readScope } from '../backend/read-scope.ts';
import { scopeIncludes } from '../backend/scope-includes.ts';
import { quoteText } from './quote-text.ts';

/** The memory that a model may look after. */
export interface MemoryToolsOptions {
  /** Where the memories are. */
  readonly memory: MemoryBackend;
  /** The only memory that the tools reach. A model cannot name another. */
  readonly scope: MemoryScope;
  /** At most this many memories in an answer. Default: 10. */
  readonly limit?: number;
  /** Epoch milliseconds. Default: Date.now. */
  readonly now?: () => number;
}

/** One memory as a model sees it; the text is quoted, because it is nobody's instruction. */
export interface ToolMemory {
  readonly id: string;
  readonly quotedText: string;
  readonly createdAt?: string;
}

/** What became of a change that a model asked for. */
export type MemoryToolOutcome = { readonly outcome: 'done' | 'not-found' };

/** A type and not an interface, so that it is a `ToolSet`. */
export type MemoryTools = {
  readonly searchMemory: Tool<{ query: string }, readonly ToolMemory[]>;
  readonly addMemory: Tool<{ text: string }, MemoryToolOutcome>;
  readonly listMemories: Tool<Record<string, string>, readonly ToolMemory[]>;
  readonly updateMemory: Tool<{ id: string; text: string }, MemoryToolOutcome>;
  readonly forgetMemory: Tool<{ id: string }, MemoryToolOutcome>;
};

/**
 * Lets a model look after one scope's memory itself: search, add, list, update, forget.
 *
 * @throws InvalidArgumentError where an option is unknown or missing, or the scope names nobody.
 */
export function memoryTools(options: MemoryToolsOptions): MemoryTools {
  assertOptions<MemoryToolsOptions>({
    of: 'memoryTools',
    options,
    known: { memory: 'object', scope: 'object', limit: 'optional', now: 'optional' },
  });
  const { memory, limit = 10, now = Date.now } = options;
  const scope = readScope(options.scope);
  const owns = async (id: string, abortSignal?: AbortSignal): Promise<boolean> => {
    const found = await memory.get({ id, ...signal(abortSignal) });
    return found !== undefined && scopeIncludes({ asked: scope, scope: found.scope });
  };
  return {
    searchMemory: {
      description: 'Searches what is remembered of earlier conversations.',
      inputSchema: textInput('query'),
      execute: async ({ query }, { abortSignal }) => {
        const found = await memory.search({ query, scope, topK: limit, ...signal(abortSignal) });
        return found.map(toToolMemory);
      },
    },
    addMemory: {
      description: 'Remembers one statement for later conversations.',
      inputSchema: textInput('text'),
      execute: async ({ text }, { abortSignal }) => {
        const observedAt = new Date(now()).toISOString();
        const messages = [{ role: 'user', content: text }] as const;
        await memory.add({ scope, observedAt, messages, ...signal(abortSignal) });
        return { outcome: 'done' } as const;
      },
    },
    listMemories: {
      description: 'Lists what is remembered, with ids.',
      inputSchema: textInput<string>(),
      execute: async (_input, { abortSignal }) =>
        (await memory.list({ scope, limit, ...signal(abortSignal) })).map(toToolMemory),
    },
    updateMemory: {
      description: 'Corrects one memory.',
      inputSchema: textInput('id', 'text'),
      execute: async ({ id, text }, { abortSignal }) => {
        if (!(await owns(id, abortSignal))) return notFound;
        await memory.update({ id, text, ...signal(abortSignal) });
        return { outcome: 'done' } as const;
      },
    },
    forgetMemory: {
      description: 'Deletes one memory.',
      inputSchema: textInput('id'),
      execute: async ({ id }, { abortSignal }) => {
        if (!(await owns(id, abortSignal))) return notFound;
        await memory.delete({ id, ...signal(abortSignal) });
        return { outcome: 'done' } as const;
      },
    },
  };
}

const notFound = { outcome: 'not-found' } as const;

function signal(abortSignal: AbortSignal | undefined): { readonly abortSignal?: AbortSignal } {
  return abortSignal === undefined ? {} : { abortSignal };
}

function toToolMemory({ id, text, createdAt }: Memory): ToolMemory {
  return { id, quotedText: quoteText(text), ...(createdAt !== undefined && { createdAt }) };
}

/** An object of texts, all required and no others allowed. */
function textInput<Name extends string>(...names: readonly Name[]): Schema<Record<Name, string>> {
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
  return jsonSchema<Record<Name, string>>(
    { type: 'object', additionalProperties: false, required: [...names], properties },
    {
      validate: (value) =>
        hasTexts(value, names)
          ? { success: true, value }
          : { success: false, error: new TypeError(`Expected texts: ${names.join(', ')}`) },
    },
  );
}

function hasTexts<Name extends string>(
  value: unknown,
  names: readonly Name[],
): value is Record<Name, string> {
  if (typeof value !== 'object' || value === null) return false;
  return names.every((name) => typeof Reflect.get(value, name) === 'string');
}
