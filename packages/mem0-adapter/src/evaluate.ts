/**
 * In: an AI SDK model and cases of talk, ours or yours. Out: a report on what it remembers, makes up, costs and takes.
 * Called by: whoever chooses a model for memories. A separate entry: no program needs the cases at run time.
 */
export {
  evaluateMemoryModel,
  type EvaluateMemoryModelOptions,
} from './evaluate/evaluate-memory-model.ts';
export { formatMemoryReport, type MemoryReportFormat } from './evaluate/format-memory-report.ts';
export type { FactMatch } from './evaluate/match-facts.ts';
export type {
  ExpectedFact,
  MemoryCase,
  MemoryCaseKind,
  MemoryCaseLanguage,
} from './evaluate/memory-case.ts';
export { memoryCases } from './evaluate/memory-cases.ts';
export type {
  MemoryCaseResult,
  MemoryModelReport,
  MemoryScores,
  Share,
} from './evaluate/memory-report.ts';
