import type { Clock } from '../time/clock.ts';
import type { RequestRecord } from './request-record.ts';

/** Which records to return; every field that is given must be equal. */
export type RequestFilter = Partial<
  Pick<RequestRecord, 'path' | 'modelAsked' | 'modelServed' | 'outcome' | 'status' | 'stream'>
>;

/** A record being written. */
export interface OpenRecord {
  readonly sequence: number;
  readonly read: () => RequestRecord;
  readonly update: (change: Partial<RequestRecord>) => void;
}

/** All requests since the start, or since the last `clear`. */
export interface RequestLog {
  /** Opens a record; one that is not kept counts and is not listed. */
  readonly open: (method: string, path: string, isKept?: boolean) => OpenRecord;
  readonly list: (filter?: RequestFilter) => readonly RequestRecord[];
  readonly clear: () => void;
}

const FILTERS = ['path', 'modelAsked', 'modelServed', 'outcome', 'status', 'stream'] as const;

function matches(record: RequestRecord, filter: RequestFilter): boolean {
  return FILTERS.every((key) => filter[key] === undefined || record[key] === filter[key]);
}

/** The oldest records are forgotten beyond this many. */
const MAX_RECORDS = 100_000;

/** Keeps the records in memory. */
export function createRequestLog(clock: Clock): RequestLog {
  const records = new Map<number, RequestRecord>();
  let sequence = 0;

  function open(method: string, path: string, isKept: boolean = true): OpenRecord {
    sequence += 1;
    let record: RequestRecord = {
      sequence,
      atMs: clock(),
      method,
      path,
      stream: false,
      modelsAsked: [],
      status: 0,
      faults: [],
      attempts: [],
      costUsd: '0',
      outcome: 'pending',
    };
    if (isKept) records.set(record.sequence, record);
    const [oldest] = records.keys();
    if (records.size > MAX_RECORDS && oldest !== undefined) records.delete(oldest);
    const update = (change: Partial<RequestRecord>): void => {
      record = { ...record, ...change };
      // A record that was cleared or pushed out meanwhile stays out.
      if (records.has(record.sequence)) records.set(record.sequence, record);
    };
    return { sequence: record.sequence, read: () => record, update };
  }

  return {
    open,
    list: (filter = {}) => [...records.values()].filter((record) => matches(record, filter)),
    clear: () => records.clear(),
  };
}
