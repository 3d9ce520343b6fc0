/** Adds numbers to one database, alone or beside others, and may be killed. Run by `shared-journal.test.ts`. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { localMemory, type MemoryBackend } from '@tierwise/mem0-adapter';
import { runCrashChild } from '@tierwise/mem0-adapter/testing';
import { openSqliteStore } from '../src/sqlite.ts';

const [directory = '', first, end, faultRate, leaseMs] = process.argv.slice(2);
const file = join(directory, 'memory.sqlite');
const store = openSqliteStore({ file, leaseMs: Number(leaseMs) });
const local = localMemory({ store: store.records });
const note = (line: object): void => {
  appendFileSync(join(directory, 'adds.jsonl'), `${JSON.stringify(line)}\n`);
};

/** Tells when an add begins and ends, and of which messages. */
const backend: MemoryBackend = {
  ...local,
  async add(options) {
    const { userId } = options.scope;
    note({ userId, begins: true, ids: options.messages.map(({ id }) => id) });
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
    const result = await local.add(options);
    note({ userId, begins: false });
    return result;
  },
};

await runCrashChild({
  journal: store.journal,
  backend,
  first: Number(first),
  end: Number(end),
  faultRate: Number(faultRate),
});
store.close();
