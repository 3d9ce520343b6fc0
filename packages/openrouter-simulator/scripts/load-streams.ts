/**
 * Opens many streams at once against the simulator on a loopback port and prints a row of the README's table for each number.
 * In: numbers of streams on the command line (default 100 1000 2000). Out: rows. Called by hand: `node --expose-gc scripts/load-streams.ts`.
 * Client and server share this one process, so time and memory are those of both.
 */
import { createSimulator } from '../src/index.ts';

const MODEL = 'google/gemini-3.7-flash';
const MEBIBYTE = 1024 ** 2;

interface Row {
  readonly streams: number;
  readonly failed: number;
  readonly seconds: number;
  readonly peakMebibytes: number;
  readonly keptMebibytes: number;
}

async function readStream(baseUrl: string, index: number): Promise<boolean> {
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk-load', 'content-type': 'application/json' },
    body: JSON.stringify({
      model: MODEL,
      stream: true,
      messages: [{ role: 'user', content: `stream ${index}` }],
    }),
  });
  const text = await response.text();
  return text.includes(`stream ${index}`.slice(0, 6)) && text.endsWith('data: [DONE]\n\n');
}

/** Highest resident size while the work runs, sampled. */
async function measurePeak(
  work: () => Promise<boolean[]>,
): Promise<{ results: boolean[]; peak: number }> {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 10);
  const results = await work();
  clearInterval(timer);
  return { results, peak };
}

const heapAfterCollection = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

async function run(streams: number): Promise<Row> {
  // Ten times as fast as the real thing, so that all streams are open at the same time.
  const simulator = createSimulator({ speed: 10 });
  const server = await simulator.listen();
  const before = heapAfterCollection();
  const startMs = performance.now();
  const { results, peak } = await measurePeak(() =>
    Promise.all(Array.from({ length: streams }, (_, index) => readStream(server.baseUrl, index))),
  );
  const seconds = (performance.now() - startMs) / 1000;
  await server.close();
  simulator.clearRequests();
  return {
    streams,
    failed: results.filter((isWhole) => !isWhole).length,
    seconds,
    peakMebibytes: peak / MEBIBYTE,
    keptMebibytes: (heapAfterCollection() - before) / MEBIBYTE,
  };
}

const asked = process.argv.slice(2).map(Number);
const numbers = asked.length > 0 ? asked : [100, 1000, 2000];
await run(10);
console.log('| streams | failed | seconds | peak memory (MiB) | heap kept (MiB) |');
console.log('|---|---|---|---|---|');
for (const streams of numbers) {
  // One load after the other, or they would measure each other.
  const row = await run(streams);
  const figures = [
    row.seconds.toFixed(2),
    row.peakMebibytes.toFixed(0),
    row.keptMebibytes.toFixed(1),
  ];
  console.log(`| ${row.streams} | ${row.failed} | ${figures.join(' | ')} |`);
}
