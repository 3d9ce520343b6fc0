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
  /** `openrouter_metadata`, beside the error. */
  readonly routerMetadata?: JsonRecord;
}

/** A failure on its way to the client in OpenRouter's shape. */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly options: WireErrorOptions;
  readonly status: number;

  constructor(options: WireErrorOptions) {
    super(options.message);
    this.options = options;
    this.status = options.status;
  }

  get code(): number | string {
    return this.options.code ?? this.options.status;
  }

  /** The `error` object of the body. */
  toWire(): JsonRecord {
    const { message, metadata, availability } = this.options;
    return {
      code: this.code,
      message,
      ...(metadata && { metadata }),
      ...(availability && { availability }),
    };
  }
}

/** The connection is reset before any header: `fetch` rejects, a loopback socket is destroyed. */
export class ConnectionReset extends Error {
  override readonly name = 'ConnectionReset';
  readonly code = 'ECONNRESET';
}
