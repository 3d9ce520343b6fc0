#!/usr/bin/env node
import { needsNewerNode } from './needs-newer-node.ts';

// Imported when it runs, because on a Node without `node:sqlite` the import itself fails.
const command = await import('./sqlite-journal-command.ts').catch((error: unknown) => {
  if (!needsNewerNode(error)) throw error;
  console.error(
    `tierwise-sqlite-journal needs Node 22.13 or newer, which has node:sqlite; this is Node ${process.versions.node}.`,
  );
});
process.exitCode = (await command?.sqliteJournalCommand(process.argv.slice(2))) ?? 1;
