// In: AI SDK language and embedding models, as arguments, and a conversation.
// Out: Mem0's ports served by those models, a Mem0 that loses nothing silently, and our memory types.
// Called by: applications that use mem0ai/oss, and the umbrella package.
export type { AttemptFailure } from './attempt-failure.ts';
export type { Attempt } from './attempt.ts';
export { createInMemoryVectorStore } from './create-in-memory-vector-store.ts';
export { createMem0Embedder } from './create-mem0-embedder.ts';
export type { Mem0EmbedderOptions, Mem0EmbedderUsage } from './create-mem0-embedder.ts';
export { createMem0Llm } from './create-mem0-llm.ts';
export { createMem0Oss } from './create-mem0-oss.ts';
export type { Mem0OssOptions } from './create-mem0-oss.ts';
export type {
  Journal,
  JournalEntry,
  JournalFailOptions,
  JournalPendingOptions,
  PendingJournalEntry,
} from './journal.ts';
export type { Mem0Action, Mem0Embedder } from './mem0-embedder.ts';
export { Mem0LlmError } from './mem0-llm-error.ts';
export type { Mem0LlmModel, Mem0LlmOptions, Mem0LlmUsage } from './mem0-llm-options.ts';
export type { Mem0Llm, Mem0Message } from './mem0-llm.ts';
export { Mem0UnavailableError } from './mem0-unavailable-error.ts';
export type {
  Mem0Filters,
  Mem0Payload,
  Mem0VectorResult,
  Mem0VectorStore,
} from './mem0-vector-store.ts';
export { Mem0WriteError } from './mem0-write-error.ts';
export type {
  MemoryAddOptions,
  MemoryAddResult,
  MemoryBackend,
  MemoryDeleteAllOptions,
  MemoryIdOptions,
  MemoryListOptions,
  MemorySearchOptions,
  MemoryUpdateOptions,
} from './memory-backend.ts';
export type { MemoryChange } from './memory-change.ts';
export type { MemoryMessage } from './memory-message.ts';
export type { MemoryScope } from './memory-scope.ts';
export type { Memory } from './memory.ts';
