import type {
  LanguageModelV4FinishReason,
  LanguageModelV4Usage,
  SharedV4ProviderMetadata,
} from '@ai-sdk/provider';
import type { ChainCandidate } from '../chain/chain-candidate.ts';
import { readObject, readString } from '../failure/safe-read.ts';
import type { Verification } from '../judge/verify-options.ts';
import type { Failure } from '../failure/failure.ts';
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

/** The record as a report; `nowMonotonicMs` ends an attempt that is still running. */
export function toAttemptReport(record: AttemptRecord, nowMonotonicMs: number): AttemptReport {
  const { candidate, failure } = record;
  const provider = upstreamProvider(record.providerMetadata) ?? candidate.model.provider;
  return {
    candidateId: candidate.id,
    outcome: record.outcome ?? 'abandoned',
    ...(failure === undefined ? {} : { failure: toAttemptFailure(failure) }),
    startedAt: isoTime(record.startedAtMs),
    durationMs: (record.endedMonotonicMs ?? nowMonotonicMs) - record.startedMonotonicMs,
    provider,
    ...present(record),
  };
}

const optionalKeys = [
  'reason',
  'ttftMs',
  'usage',
  'finishReason',
  'responseModelId',
  'generationId',
  'providerMetadata',
  'continuation',
  'hedge',
  'verification',
] as const;

function present(record: AttemptRecord): Partial<AttemptReport> {
  const found: Record<string, unknown> = {};
  for (const key of optionalKeys) {
    if (record[key] !== undefined) found[key] = record[key];
  }
  return found;
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
