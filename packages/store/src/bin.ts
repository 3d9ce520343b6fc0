#!/usr/bin/env node
import { journalCommand } from '@tierwise/mem0-adapter/node';
import { openStoredJournal } from './sqlite/open-stored-journal.ts';

process.exitCode = await journalCommand({
  name: 'tierwise-sqlite-journal',
  args: process.argv.slice(2),
  print: console.log,
  open: openStoredJournal,
});
