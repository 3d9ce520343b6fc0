import type {
  MemoryAddOptions,
  MemoryAddResult,
  MemoryBackend,
} from '../src/backend/memory-backend.ts';
import type { MemoryScope } from '../src/backend/memory-scope.ts';
import { createMemoryJournal } from '../src/journal/create-memory-journal.ts';
import type {
  DurableMemoryEvent,
  DurableMemoryOptions,
} from '../src/journal/durable-memory-options.ts';
import { type DurableMemory, durableMemory } from '../src/journal/durable-memory.ts';
import type { Journal } from '../src/journal/journal.ts';
import { localMemory } from '../src/local/local-memory.ts';

export const tom: MemoryScope = { userId: 'tom' };
export const observedAt = '2026-03-01T10:00:00.000Z';

export interface Timer {
  readonly run: () => void;
  readonly delayMs: number;
}

/** What {@link open} gives a test to look at and to steer by. */
export interface OpenedMemory {
  readonly memory: DurableMemory;
  readonly journal: Journal;
  readonly events: DurableMemoryEvent[];
  readonly timers: Set<Timer>;
  readonly adds: MemoryAddOptions[];
  readonly outcome: { failure: Error | undefined };
  readonly backend: MemoryBackend;
}

/** A durable memory whose timers fire when the test says so, over a backend that does what it is told. */
export function open(options: Partial<DurableMemoryOptions> = {}): OpenedMemory {
  const events: DurableMemoryEvent[] = [];
  const timers = new Set<Timer>();
  const adds: MemoryAddOptions[] = [];
  const outcome: OpenedMemory['outcome'] = { failure: undefined };
  const local = localMemory();
  const backend: MemoryBackend = {
    ...local,
    async add(add) {
      adds.push(add);
      if (outcome.failure !== undefined) throw outcome.failure;
      return local.add(add);
    },
  };
  const journal = createMemoryJournal();
  const memory = durableMemory({
    backend,
    journal,
    random: () => 1,
    now: () => 0,
    onEvent: (event) => events.push(event),
    schedule(run, delayMs) {
      const timer = { run, delayMs };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    ...options,
  });
  return { memory, journal, events, timers, adds, outcome, backend };
}

export async function say(
  memory: MemoryBackend,
  content: string,
  more: Partial<MemoryAddOptions> = {},
): Promise<MemoryAddResult> {
  const messages = [{ role: 'user', content } as const];
  return memory.add({ scope: tom, observedAt, messages, ...more });
}

export function batches(adds: readonly MemoryAddOptions[]): string[][] {
  return adds.map(({ messages }) => messages.map(({ content }) => content));
}

/** Until everything that can go on by itself has. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
}
