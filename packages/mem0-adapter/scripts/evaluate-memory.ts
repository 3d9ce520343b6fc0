/**
 * Tries models on memory extraction: `evaluate-memory.ts [--format table|markdown|json] [model id ...]`. On OpenRouter
 * where OPENROUTER_API_KEY is set, else on the simulator, and the report says which.
 */
import { parseArgs } from 'node:util';
import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { createSimulator } from '@tierwise/openrouter-simulator';
import { evaluateMemoryModel, formatMemoryReport } from '../src/evaluate.ts';

const { values, positionals } = parseArgs({
  options: { format: { type: 'string', default: 'table' } },
  allowPositionals: true,
});
const format = values.format;
if (format !== 'table' && format !== 'markdown' && format !== 'json') {
  throw new RangeError(`--format is "${format}": give table, markdown or json.`);
}
const apiKey = process.env['OPENROUTER_API_KEY'];
const openrouter = createOpenRouter(
  apiKey === undefined ? { apiKey: 'simulated', fetch: createSimulator().fetch } : { apiKey },
);
const modelIds = positionals.length === 0 ? ['openai/gpt-4.1-nano'] : positionals;
for (const modelId of modelIds) {
  const report = await evaluateMemoryModel({ model: openrouter(modelId) });
  console.log(formatMemoryReport(report, format));
}
