import type {
  LanguageModelV4FinishReason,
  LanguageModelV4Usage,
  SharedV4ProviderMetadata,
} from '@ai-sdk/provider';
import type { Clock } from '../clock/clock.ts';
import type { ChainCandidate } from '../chain/chain-candidate.ts';
import { readObject, readString } from '../failure/safe-read.ts';
import type { Verification } from '../judge/verify-options.ts';
import type { Failure } from '../failure/failure.ts';
import type { Writable } from '../failure/writable.ts';
import { isoTime } from './iso-time.ts';
import type { AttemptFailure, AttemptOutcome, AttemptReport } from './call-report.ts';

/** What is written down while an attempt runs; {@link toAttemptReport} turns it into what is told. */
export interface AttemptRecord {
  readonly candidate: ChainCandidate;
  readonly startedAtMs: number;
  readonly startedMonotonicMs: number;
  outcome?: AttemptOutcome;
  failure?: Failure;
  reason?: string;
  ttftMs?: number;
  endedMonotonicMs?: number;
  usage?: LanguageModelV4Usage;
  finishReason?: LanguageModelV4FinishReason;
  responseModelId?: string;
  generationId?: string;
  providerMetadata?: SharedV4ProviderMetadata;
  continuation?: true;
  hedge?: true;
  verification?: Verification;
}

/** The record as a report; an attempt that is still running is told as if it ended now. */
export function toAttemptReport(record: AttemptRecord, clock: Clock): AttemptReport {
  const { candidate, failure } = record;
  const report: Writable<AttemptReport> = {
    candidateId: candidate.id,
    outcome: record.outcome ?? 'abandoned',
    startedAt: isoTime(record.startedAtMs),
    durationMs: (record.endedMonotonicMs ?? clock.monotonicMs()) - record.startedMonotonicMs,
    provider: upstreamProvider(record.providerMetadata) ?? candidate.model.provider,
  };
  if (failure !== undefined) report.failure = toAttemptFailure(failure);
  if (record.reason !== undefined) report.reason = record.reason;
  addWhatWasReported(report, record);
  addWhatWasSpecial(report, record);
  return report;
}

function addWhatWasReported(report: Writable<AttemptReport>, record: AttemptRecord): void {
  if (record.ttftMs !== undefined) report.ttftMs = record.ttftMs;
  if (record.usage !== undefined) report.usage = record.usage;
  if (record.finishReason !== undefined) report.finishReason = record.finishReason;
  if (record.responseModelId !== undefined) report.responseModelId = record.responseModelId;
  if (record.generationId !== undefined) report.generationId = record.generationId;
  if (record.providerMetadata !== undefined) report.providerMetadata = record.providerMetadata;
}

function addWhatWasSpecial(report: Writable<AttemptReport>, record: AttemptRecord): void {
  if (record.continuation !== undefined) report.continuation = record.continuation;
  if (record.hedge !== undefined) report.hedge = record.hedge;
  if (record.verification !== undefined) report.verification = record.verification;
}

/** A failure without what only the chain needs. */
export function toAttemptFailure(failure: Failure): AttemptFailure {
  const { fallbackModelIds: _ids, neededTokens: _tokens, ...told } = failure;
  return told;
}

function upstreamProvider(metadata: SharedV4ProviderMetadata | undefined): string | undefined {
  const name = readString(readObject(metadata, 'openrouter'), 'provider');
  return name === '' ? undefined : name;
}
