#!/usr/bin/env node
import { journalCommand } from './node/journal-command.ts';

process.exitCode = await journalCommand({ args: process.argv.slice(2), print: console.log });
