import type { MemoryBackendHarness } from './backend/backend-harness.ts';
import { changeCases } from './backend/change-cases.ts';
import { findingCases } from './backend/finding-cases.ts';
import { scopeCases } from './backend/scope-cases.ts';
import { writingCases } from './backend/writing-cases.ts';
import type { ContractCase } from './contract-case.ts';

/** The contract suite of memory backends. */
export const memoryBackendContract: readonly ContractCase<MemoryBackendHarness>[] = [
  ...findingCases,
  ...scopeCases,
  ...writingCases,
  ...changeCases,
];
