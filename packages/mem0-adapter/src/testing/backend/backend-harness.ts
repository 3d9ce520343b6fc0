import type { MemoryAddOptions, MemoryBackend } from '../../backend/memory-backend.ts';
import type { MemoryScope } from '../../backend/memory-scope.ts';
import type { Memory } from '../../backend/memory.ts';

/** What the tests of a backend supply. */
export interface MemoryBackendHarness {
  /**
   * A fresh, empty backend that keeps the text of each user message as it is: with a model in it, one
   * that answers with the last thing the user said.
   */
  readonly createBackend: () => MemoryBackend | PromiseLike<MemoryBackend>;
}

/** The people of the cases, and the moment at which they speak. */
export const tom = { userId: 'tom' } as const;
export const eve = { userId: 'eve' } as const;
export const observedAt = '2026-03-01T10:00:00.000Z';
export const unknownId = '00000000-0000-4000-8000-000000000000';

/** A backend in which Tom said these. */
export async function open(
  harness: MemoryBackendHarness,
  ...texts: readonly string[]
): Promise<MemoryBackend> {
  const backend = await harness.createBackend();
  for (const text of texts) {
    await add(backend, { scope: tom, text });
  }
  return backend;
}

interface AddText extends Pick<MemoryAddOptions, 'scope' | 'abortSignal'> {
  readonly text: string;
}

/** Adds one text and waits until it is stored. */
export async function add(backend: MemoryBackend, { text, ...options }: AddText): Promise<void> {
  await backend.add({ ...options, observedAt, messages: [{ role: 'user', content: text }] });
  await settle(backend);
}

export async function settle(backend: MemoryBackend): Promise<void> {
  await backend.flush?.();
}

export async function textsOf(backend: MemoryBackend, scope: MemoryScope): Promise<string[]> {
  return (await backend.list({ scope, limit: 100 })).map(({ text }) => text);
}

export async function only(backend: MemoryBackend): Promise<Memory> {
  const [memory] = await backend.list({ scope: tom, limit: 2 });
  if (memory === undefined) throw new Error('Expected one memory, observed none');
  return memory;
}
