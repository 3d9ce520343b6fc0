/**
 * Pricing side by side with genai-prices and tokenlens, in one run:
 * node --conditions=@tierwise/source packages/pricing/scripts/bench.ts
 *
 * Speed: rounds of the libraries take turns, inputs vary, results are consumed, the best round counts. Coverage: how many models
 * of the bundled catalogue each library finds, and how many it prices exactly. Size: minified and gzipped, zod left out.
 */
import { cpus } from 'node:os';
import { measureCoverage } from './bench/measure-coverage.ts';
import { measureImports } from './bench/measure-imports.ts';
import { measureSizes } from './bench/measure-sizes.ts';
import { measureSpeed } from './bench/measure-speed.ts';

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
console.table(measureSpeed());
console.table(measureCoverage());
console.table(await measureImports());
console.table(await measureSizes());
