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
  readonly open: (method: string, path: string) => OpenRecord;
  readonly list: (filter?: RequestFilter) => readonly RequestRecord[];
  readonly clear: () => void;
}

const FILTERS = ['path', 'modelAsked', 'modelServed', 'outcome', 'status', 'stream'] as const;

function matches(record: RequestRecord, filter: RequestFilter): boolean {
  return FILTERS.every((key) => filter[key] === undefined || record[key] === filter[key]);
}

/** Keeps the records in memory. */
export function createRequestLog(clock: Clock): RequestLog {
  let records: RequestRecord[] = [];
  let sequence = 0;

  function open(method: string, path: string): OpenRecord {
    sequence += 1;
    const kept = records;
    const index = kept.length;
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
    kept.push(record);
    const update = (change: Partial<RequestRecord>): void => {
      record = { ...record, ...change };
      kept[index] = record;
    };
    return { sequence, read: () => record, update };
  }

  return {
    open,
    list: (filter = {}) => records.filter((record) => matches(record, filter)),
    clear: () => {
      records = [];
    },
  };
}
