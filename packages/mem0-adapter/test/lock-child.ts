/** Opens a journal, says how that went, and keeps it until its input ends. Run by `lock-file.test.ts`. */
import { createJsonlJournal, JournalLockedError } from '../src/node.ts';

const [file = ''] = process.argv.slice(2);
try {
  await createJsonlJournal({ file });
  console.log('held');
} catch (error) {
  console.log(
    JournalLockedError.isInstance(error) ? `locked by ${error.processId}` : String(error),
  );
}
process.stdin.resume();
