/** Is killed while it adds. Run by `journal-crash.test.ts`. */
import { join } from 'node:path';
import { localMemory } from '../src/index.ts';
import { createJsonlJournal } from '../src/node.ts';
import { runCrashChild } from '../src/testing/crash-trial.ts';
import { fileRecordStore } from './file-record-store.ts';

const [directory = '', first, end] = process.argv.slice(2);
await runCrashChild({
  journal: await createJsonlJournal({ file: join(directory, 'journal.jsonl') }),
  backend: localMemory({ store: await fileRecordStore(join(directory, 'records.jsonl')) }),
  first: Number(first),
  end: Number(end),
});
