/**
 * The simulator on a loopback port.
 * In: a simulator. Out: its url and a way to close it.
 * Called by tests and programs on Node that reach their provider by url.
 */
export { listen } from './listen.ts';
export type { Listening, ListenOptions, RequestHandler } from './listen.ts';
