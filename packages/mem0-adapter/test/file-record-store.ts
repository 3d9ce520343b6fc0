import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { createMemoryRecordStore } from '../src/local/create-memory-record-store.ts';
import type { MemoryRecordStore, MemoryWrite } from '../src/local/memory-record-store.ts';

/** A record store in a file, one line a write, for tests that kill the process. */
export async function fileRecordStore(file: string): Promise<MemoryRecordStore> {
  const store = createMemoryRecordStore();
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  for (const line of whole.split('\n').filter((each) => each !== '')) {
    const write: MemoryWrite = JSON.parse(line);
    await store.write(write);
  }
  return {
    ...store,
    async write(write) {
      appendFileSync(file, `${JSON.stringify(write)}\n`);
      await store.write(write);
    },
  };
}
