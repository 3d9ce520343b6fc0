/** Runs as a service worker: answers the page's own requests to OpenRouter's paths. */
import { createSimulator } from '../../src/index.ts';

/** The part of a worker's event that is used; the types of workers are not loaded here. */
interface FetchEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
declare function addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;

const simulator = createSimulator();

addEventListener('fetch', (event) => {
  if (event.request.url.includes('/api/v1/')) event.respondWith(simulator.handle(event.request));
});
