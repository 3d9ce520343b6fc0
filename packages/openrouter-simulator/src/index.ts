/**
 * A faithful OpenRouter in memory, with faults on demand.
 * In: a catalogue, a seed, a clock, faults. Out: a `fetch` that answers `/api/v1/*`, and a log of what it saw.
 * Called by tests, the demo, and any program that should run without a key.
 */
export { createSimulator } from './create-simulator.ts';
export { createVirtualClock } from './time/virtual-clock.ts';
export { DEFAULT_CATALOG_DATE } from './catalog/default-catalog.ts';
export { SIMULATED_MARK } from './reply/simulated-mark.ts';
export { FAULT_TYPES } from './faults/fault-fields.ts';
export { SCENARIOS } from './faults/scenarios.ts';
export type { ScenarioName } from './faults/scenarios.ts';
export { createRecorder } from './record/create-recorder.ts';
export type { Recorder, RecorderOptions } from './record/create-recorder.ts';
export { createReplay } from './record/create-replay.ts';
export type { ReplayOptions } from './record/create-replay.ts';
export type { Exchange, RecordedChunk, Recording } from './record/recording.ts';
export { ConnectionReset } from './http/wire-error.ts';
export type {
  ByokOptions,
  CatalogControl,
  FaultControl,
  Simulator,
  SimulatorOptions,
  SimulatorState,
} from './simulator.ts';
export type { ApiKeyOptions } from './account/account.ts';
export type { ProviderFacts } from './catalog/provider-directory.ts';
export type { Endpoint, Percentiles } from './catalog/endpoint.ts';
export type { CatalogChange } from './catalog/catalog-schedule.ts';
export type { Model, PriceOverride, Pricing } from './catalog/model.ts';
export type {
  Availability,
  Fault,
  FaultError,
  FaultKind,
  FaultRoute,
  FaultScope,
} from './faults/fault.ts';
export type { RequestFilter } from './log/request-log.ts';
export type { RecordedAttempt, RecordedUsage, RequestRecord } from './log/request-record.ts';
export type { Listening, ListenOptions } from './node/listen.ts';
export type { Clock, Sleep } from './time/clock.ts';
export type { VirtualClock } from './time/virtual-clock.ts';
