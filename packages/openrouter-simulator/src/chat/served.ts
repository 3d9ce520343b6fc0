import type { Endpoint } from '../catalog/endpoint.ts';
import type { Model } from '../catalog/model.ts';
import type { Fault } from '../faults/fault.ts';
import type { JsonRecord } from '../http/json.ts';
import type { RecordedUsage } from '../log/request-record.ts';
import type { Bill } from '../money/bill-call.ts';
import type { Reply } from '../reply/reply.ts';
import type { CallExtras } from './extras-of.ts';

/** A call that a simulated model answered, before it is written to the wire. */
export interface Served {
  readonly generationId: string;
  /** Unix seconds. */
  readonly created: number;
  readonly model: Model;
  readonly endpoint: Endpoint;
  readonly reply: Reply;
  readonly usage: RecordedUsage;
  readonly isHourlyWrite: boolean;
  readonly extras: CallExtras;
  readonly bill: Bill;
  /** `openrouter_metadata`, where the caller asked for it. */
  readonly routerMetadata: JsonRecord | undefined;
  /** A fault that spoils the answer on its way. */
  readonly fault: Fault | undefined;
  /** Gives back what the call had reserved of the credits. */
  readonly release: () => void;
}
