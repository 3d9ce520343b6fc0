/**
 * In: a way to make an empty backend, store or journal. Out: the laws that it must keep, one case each, and a trial that kills
 * processes. Called by: the tests of every driver, in any test runner. A separate entry: no program needs it.
 */
export type { ContractCase } from './testing/contract-case.ts';
export {
  crashScopes,
  runCrashChild,
  runCrashTrial,
  watchCrashChild,
  type CrashChildOptions,
  type CrashLife,
  type CrashTrialOptions,
  type WatchCrashChildOptions,
} from './testing/crash-trial.ts';
export type { MemoryBackendHarness } from './testing/backend/backend-harness.ts';
export { memoryBackendContract } from './testing/memory-backend-contract.ts';
export {
  memoryRecordStoreContract,
  type MemoryRecordStoreHarness,
} from './testing/memory-record-store-contract.ts';
export { journalContract, type JournalHarness } from './testing/journal-contract.ts';
export {
  vectorPersistenceContract,
  type VectorPersistenceHarness,
} from './testing/vector-persistence-contract.ts';
