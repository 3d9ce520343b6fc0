import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectionReset } from '../http/wire-error.ts';

/** Where to listen. */
export interface ListenOptions {
  /** Default: 0, any free port. */
  readonly port?: number;
  /** Default: `127.0.0.1`. */
  readonly host?: string;
}

/** A simulator on a port. */
export interface Listening {
  /** Such as `http://127.0.0.1:40123`; the API is below `/api/v1`. */
  readonly url: string;
  /** For `createOpenRouter({ baseURL })`: the url with `/api/v1`. */
  readonly baseUrl: string;
  readonly port: number;
  /** Ends all connections and the server. */
  readonly close: () => Promise<void>;
}

/** Anything that answers requests as a simulator does. */
export interface RequestHandler {
  readonly handle: (request: Request) => Promise<Response>;
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    for (const item of Array.isArray(value) ? value : [value ?? '']) headers.append(name, item);
  return headers;
}

async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  if (incoming.method === 'GET' || incoming.method === 'HEAD') return null;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const url = `http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`;
  const method = incoming.method ?? 'GET';
  return new Request(url, {
    method,
    headers: headersOf(incoming),
    body: await bodyOf(incoming),
    signal,
  });
}

const drained = (outgoing: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    outgoing.once('drain', resolve).once('close', resolve);
  });

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  for await (const chunk of response.body ?? []) {
    if (outgoing.destroyed) return;
    if (!outgoing.write(chunk)) await drained(outgoing);
  }
  outgoing.end();
}

async function answer(
  simulator: RequestHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const left = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished)
      left.abort(new ConnectionReset('the client closed the connection'));
  });
  try {
    await send(await simulator.handle(await toRequest(incoming, left.signal)), outgoing);
  } catch {
    // A reset, a fault's or the client's own: the socket's end is the whole message.
    outgoing.socket?.resetAndDestroy();
  }
}

function start(server: Server, options: ListenOptions): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', () => {
      const address = server.address();
      // A string is the name of a pipe, which was not asked for.
      if (address === null || typeof address === 'string')
        reject(new Error('No address to listen on'));
      else resolve(address);
    });
  });
}

/**
 * Serves a simulator over HTTP. Node only; the module it needs is asked of the running process, so that bundlers for browsers
 * find nothing to resolve.
 */
export async function listen(
  simulator: RequestHandler,
  options: ListenOptions = {},
): Promise<Listening> {
  const { createServer } = process.getBuiltinModule('node:http');
  const server = createServer((incoming, outgoing) => void answer(simulator, incoming, outgoing));
  const { port, address } = await start(server, options);
  const url = `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
  const close = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  return { url, baseUrl: `${url}/api/v1`, port, close };
}
