/** A piece of a recorded body. */
export interface RecordedChunk {
  /** Milliseconds since the piece before, or since the headers. */
  readonly afterMs: number;
  readonly text: string;
}

/** One request and its answer, without secrets. */
export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** The request's body as JSON; null where there was none. */
  readonly request: unknown;
  readonly status: number;
  /** Only headers that a client acts on. */
  readonly headers: Readonly<Record<string, string>>;
  readonly chunks: readonly RecordedChunk[];
}

/** Real traffic as a fixture: plain JSON, to be written to a file. */
export interface Recording {
  readonly version: 1;
  /** ISO 8601. */
  readonly recordedAt: string;
  readonly exchanges: readonly Exchange[];
}
