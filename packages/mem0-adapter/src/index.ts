// In: AI SDK models as arguments, and conversations. Out: memory for AI SDK calls (middleware and tools), backends behind one
// port (Mem0, its platform, a keyless one), a journal that loses nothing, and Mem0's own ports served by those models.
// Called by: applications, and the umbrella package. Further entries: ./node, ./evaluate, ./testing.
export type { AttemptFailure } from './extraction/attempt-failure.ts';
export type { Attempt } from './extraction/attempt.ts';
export {
  createInMemoryVectorStore,
  type InMemoryVectorStoreOptions,
} from './mem0/create-in-memory-vector-store.ts';
export { createMem0Embedder } from './mem0/create-mem0-embedder.ts';
export type { Mem0EmbedderOptions, Mem0EmbedderUsage } from './mem0/create-mem0-embedder.ts';
export { createMem0Llm } from './extraction/create-mem0-llm.ts';
export { createMem0Extractor, type Mem0ExtractorOptions } from './mem0/create-mem0-extractor.ts';
export { createMem0Oss } from './mem0/create-mem0-oss.ts';
export type { Mem0OssEvent, Mem0OssOptions } from './mem0/create-mem0-oss.ts';
export { createMemoryJournal } from './journal/create-memory-journal.ts';
export type {
  BatchOptions,
  DurableMemoryEvent,
  DurableMemoryOptions,
  RetryOptions,
  Schedule,
} from './journal/durable-memory-options.ts';
export {
  durableMemory,
  type CloseOptions,
  type DurableMemory,
  type ReplayOptions,
} from './journal/durable-memory.ts';
export type {
  Journal,
  JournalDeadOptions,
  JournalEntry,
  JournalFailOptions,
  JournalLease,
  JournalPendingOptions,
  PendingJournalEntry,
} from './journal/journal.ts';
export { MemoryPendingError } from './journal/memory-pending-error.ts';
export type { Mem0Action, Mem0Embedder } from './backend/mem0-embedder.ts';
export { Mem0LlmError } from './extraction/mem0-llm-error.ts';
export type { Mem0LlmModel, Mem0LlmOptions } from './extraction/mem0-llm-options.ts';
export type { Mem0LlmUsage } from './backend/mem0-llm-usage.ts';
export {
  createMemoryExtractor,
  type MemoryExtractorOptions,
} from './extraction/create-memory-extractor.ts';
export type { Mem0Llm, Mem0LlmCall, Mem0Message } from './extraction/mem0-llm.ts';
export { mem0OssBackend, type Mem0OssBackendOptions } from './mem0/mem0-oss-backend.ts';
export type { Mem0AddOptions, Mem0AddResult, Mem0Messages, Mem0Oss } from './mem0/mem0-oss.ts';
export { Mem0UnavailableError } from './mem0/mem0-unavailable-error.ts';
export type {
  Mem0Filters,
  Mem0Payload,
  Mem0VectorResult,
  Mem0VectorStore,
} from './mem0/mem0-vector-store.ts';
export { Mem0WriteError } from './mem0/mem0-write-error.ts';
export type {
  MemoryAddOptions,
  MemoryAddResult,
  MemoryBackend,
  MemoryDeleteAllOptions,
  MemoryIdOptions,
  MemoryListOptions,
  MemorySearchOptions,
  MemoryUpdateOptions,
} from './backend/memory-backend.ts';
export type { MemoryChange } from './backend/memory-change.ts';
export type { MemoryMessage } from './backend/memory-message.ts';
export type { MemoryScope } from './backend/memory-scope.ts';
export type { Memory } from './backend/memory.ts';
export { createMemoryRecordStore } from './local/create-memory-record-store.ts';
export type { LocalMemoryEvent, LocalMemoryOptions } from './local/local-memory-options.ts';
export { localMemory, type LocalMemory } from './local/local-memory.ts';
export type {
  ExtractedFact,
  ExtractMemoriesOptions,
  MemoryExtractor,
} from './local/memory-extractor.ts';
export type { MemoryRecordStore, MemoryWrite } from './local/memory-record-store.ts';
export type { MemoryRecord } from './local/memory-record.ts';
export type { MemoryEvent } from './middleware/memory-event.ts';
export type {
  MemoryMiddlewareOptions,
  RecallOptions,
  StoreTurnOptions,
} from './middleware/memory-middleware-options.ts';
export { memoryMiddleware, type MemoryMiddleware } from './middleware/memory-middleware.ts';
export {
  memoryTools,
  type MemoryToolOutcome,
  type MemoryTools,
  type MemoryToolsOptions,
  type ToolMemory,
} from './middleware/memory-tools.ts';
export type { MemoryCallOptions } from './middleware/read-call-options.ts';
export { Mem0PlatformError } from './platform/mem0-platform-error.ts';
export type { Mem0PlatformOptions } from './platform/mem0-platform-options.ts';
export { mem0Platform } from './platform/mem0-platform.ts';
export type { PersistedVector, VectorPersistence } from './mem0/vector-persistence.ts';
export type { MediaKind } from './message/part-to-text.ts';
export {
  toMemoryMessages,
  type MessageWithParts,
  type ToMemoryMessagesOptions,
} from './message/to-memory-messages.ts';
export { estimateIngestion } from './cost/estimate-ingestion.ts';
export type {
  EstimateIngestionOptions,
  IngestionConversation,
  IngestionCost,
  IngestionEstimate,
  IngestionGrouping,
  IngestionModel,
  IngestionOverhead,
  IngestionTokens,
} from './cost/ingestion-options.ts';
