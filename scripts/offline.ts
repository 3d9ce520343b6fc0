/**
 * Preloaded before a README block runs: OpenRouter's host is answered by the simulator, every other host is
 * refused, so that the documentation is executed exactly as printed and without a network.
 */
import { createSimulator } from '../packages/openrouter-simulator/src/index.ts';

const simulator = createSimulator();
const loopbackFetch = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { hostname } = new URL(request.url);
  if (hostname === 'openrouter.ai') return simulator.fetch(request);
  if (hostname === '127.0.0.1' || hostname === 'localhost') return loopbackFetch(request);
  throw new Error(`The documentation runs offline, but asked for ${hostname}`);
};

process.env['OPENROUTER_API_KEY'] ??= 'sk-or-v1-docs';
