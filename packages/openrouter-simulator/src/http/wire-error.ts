import type { JsonRecord } from './json.ts';

/** Everything OpenRouter may say about a failure. */
export interface WireErrorOptions {
  readonly status: number;
  /** Default: the status. Some upstream errors carry a string. */
  readonly code?: number | string;
  readonly message: string;
  readonly metadata?: JsonRecord;
  readonly availability?: JsonRecord;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A failure on its way to the client in OpenRouter's shape. */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly status: number;
  readonly code: number | string;
  readonly metadata: JsonRecord | undefined;
  readonly availability: JsonRecord | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: WireErrorOptions) {
    super(options.message);
    this.status = options.status;
    this.code = options.code ?? options.status;
    this.metadata = options.metadata;
    this.availability = options.availability;
    this.headers = options.headers ?? {};
  }

  /** The `error` object of the body. */
  toWire(): JsonRecord {
    return {
      code: this.code,
      message: this.message,
      ...(this.metadata && { metadata: this.metadata }),
      ...(this.availability && { availability: this.availability }),
    };
  }
}

/** The connection is reset before any header: `fetch` rejects, a loopback socket is destroyed. */
export class ConnectionReset extends Error {
  override readonly name = 'ConnectionReset';
  readonly code = 'ECONNRESET';
}
