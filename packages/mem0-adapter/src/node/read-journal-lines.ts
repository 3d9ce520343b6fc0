import type { JournalRecord } from '../journal/journal-state.ts';
import { JournalDamagedError } from './journal-damaged-error.ts';

/**
 * The records of a journal's text. A last line without its end was being written when the process
 * died: its `append` had not resolved, so nobody was told that it was kept.
 *
 * @throws JournalDamagedError where another line cannot be read.
 */
export function readJournalLines(text: string, file: string): readonly JournalRecord[] {
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line, index) => {
    try {
      // Written by us, in this shape; damage breaks the JSON.
      const record: JournalRecord = JSON.parse(line);
      return record;
    } catch {
      // The parser's own error would quote the conversation.
      throw new JournalDamagedError({ file, line: index + 1 });
    }
  });
}
