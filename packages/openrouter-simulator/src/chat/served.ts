import type { Endpoint } from '../catalog/endpoint.ts';
import type { Model } from '../catalog/model.ts';
import type { Fault } from '../faults/fault.ts';
import type { RecordedAttempt, RecordedUsage } from '../log/request-record.ts';
import type { Charge } from '../money/charge.ts';
import type { Reply } from '../reply/reply.ts';

/** A call that a simulated model answered, before it is written to the wire. */
export interface Served {
  readonly generationId: string;
  /** Unix seconds. */
  readonly created: number;
  readonly model: Model;
  readonly endpoint: Endpoint;
  readonly reply: Reply;
  readonly usage: RecordedUsage;
  readonly charge: Charge;
  readonly attempts: readonly RecordedAttempt[];
  /** A fault that spoils the answer on its way. */
  readonly fault: Fault | undefined;
}
