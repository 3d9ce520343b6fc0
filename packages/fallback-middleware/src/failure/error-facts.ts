import { readNumber, readObject, readProperty, readString } from './safe-read.ts';

/** What can be read off an error before anyone says what it means. */
export interface ErrorFacts {
  readonly name: string;
  readonly message: string;
  /** HTTP status of the response; 200 when the error came inside a success. */
  readonly httpStatus: number | undefined;
  /** `error.code` of the body, number or text. */
  readonly bodyCode: number | string | undefined;
  readonly errorType: string | undefined;
  readonly availability: object | undefined;
  readonly metadata: object | undefined;
  readonly headers: object | undefined;
  /** `ECONNRESET` and its kin, or zlib's `Z_DATA_ERROR`, from the error or its causes. */
  readonly socketCode: string | undefined;
  /** Names of the error and its causes. */
  readonly names: readonly string[];
}

const largestBodyRead = 65_536;
const deepestCause = 5;

/** Collects {@link ErrorFacts} from anything that can be thrown or sent in an `error` part. Never throws. */
export function readErrorFacts(error: unknown): ErrorFacts {
  const subject = unwrap(error);
  const causes = causeChain(subject);
  const body = findBody(subject);
  const metadata = readObject(body, 'metadata');
  return {
    name: readString(subject, 'name') ?? '',
    message: messageOf(subject, body),
    httpStatus: readNumber(subject, 'statusCode') ?? readNumber(subject, 'status'),
    bodyCode: codeOf(body) ?? readNumber(body, 'http_status'),
    errorType: readString(metadata, 'error_type') ?? readString(body, 'error_type'),
    availability: readObject(body, 'availability'),
    metadata,
    headers: readObject(subject, 'responseHeaders') ?? readObject(subject, 'headers'),
    socketCode: first(causes, socketCodeOf),
    names: causes.map((cause) => readString(cause, 'name') ?? ''),
  };
}

/** The SDK's RetryError and an AggregateError stand for the error inside. */
function unwrap(error: unknown): unknown {
  const last = readProperty(error, 'lastError');
  return last === undefined || last === null ? error : last;
}

function causeChain(error: unknown): unknown[] {
  const chain: unknown[] = [];
  let current = error;
  while (current !== undefined && current !== null && chain.length < deepestCause) {
    chain.push(current);
    current = readProperty(current, 'cause') ?? readProperty(readObject(current, 'errors'), '0');
  }
  return chain;
}

/** The object that holds code, message and metadata: nested by HTTP errors, bare in a 200 or a stream. */
function findBody(error: unknown): object | undefined {
  const data = readObject(error, 'data') ?? parsedBody(error);
  return (
    readObject(data, 'error') ??
    data ??
    readObject(error, 'error') ??
    (typeof error === 'object' && error !== null ? error : undefined)
  );
}

function parsedBody(error: unknown): object | undefined {
  const text = readString(error, 'responseBody');
  if (text === undefined || text.length > largestBodyRead || !text.trimStart().startsWith('{')) {
    return undefined;
  }
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    // Not JSON after all: status and text decide.
    return undefined;
  }
}

function codeOf(body: unknown): number | string | undefined {
  const code = readProperty(body, 'code');
  if (typeof code === 'number') return Number.isFinite(code) ? code : undefined;
  if (typeof code !== 'string' || code === '') return undefined;
  return /^\d{3}$/.test(code) ? Number(code) : code;
}

function messageOf(error: unknown, body: unknown): string {
  if (typeof error === 'string') return error;
  return readString(error, 'message') ?? readString(body, 'message') ?? '';
}

function socketCodeOf(cause: unknown): string | undefined {
  const code = readString(cause, 'code');
  return code !== undefined &&
    /^(?:E[A-Z_]{3,}|UND_ERR_\w+|ERR_\w+|Z_\w+|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/.test(
      code,
    )
    ? code
    : undefined;
}

function first<T>(
  items: readonly unknown[],
  read: (item: unknown) => T | undefined,
): T | undefined {
  for (const item of items) {
    const found = read(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
