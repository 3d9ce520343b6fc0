/** Adds what it is told, over a backend with faults, and is killed while it does. Run by `journal-crash.test.ts`. */
import { join } from 'node:path';
import { createJsonlJournal } from '../src/node.ts';
import { durableMemory, localMemory, type MemoryBackend } from '../src/index.ts';
import { fileRecordStore } from './file-record-store.ts';

const [directory = '', first = '0', end = '0'] = process.argv.slice(2);
const scopes = ['ann', 'ben', 'cy'].map((userId) => ({ userId }));
const local = localMemory({ store: await fileRecordStore(join(directory, 'records.jsonl')) });

/** Fails before its work or after it, one time in five. */
const faulty: MemoryBackend = {
  ...local,
  async add(options) {
    if (Math.random() < 0.1) throw new Error('down before');
    const result = await local.add(options);
    if (Math.random() < 0.1) throw new Error('down after');
    return result;
  },
};
const memory = durableMemory({
  backend: faulty,
  journal: await createJsonlJournal({ file: join(directory, 'journal.jsonl') }),
  batch: { maxMessages: 8, idleMs: 20 },
  retry: { baseMs: 5, maxMs: 20, maxFailures: 1000 },
});
const flushUntilDone = async (): Promise<void> => {
  try {
    await memory.flush();
  } catch {
    // The faults are on purpose: again.
    await flushUntilDone();
  }
};

for (let number = Number(first); number < Number(end); number += 1) {
  await memory.add({
    scope: scopes[number % scopes.length] ?? { userId: 'ann' },
    conversation: `talk-${Math.floor(number / 30)}`,
    observedAt: '2026-03-01T10:00:00.000Z',
    messages: [{ role: 'user', content: `This is number ${number}.`, id: `number-${number}` }],
  });
  process.stdout.write(`${number}\n`);
}
await flushUntilDone();
await memory.close();
process.stdout.write('done\n');
