import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isRecord, type JsonRecord } from '../http/json.ts';
import { billCall } from './bill-call.ts';
import { toWireNumber } from './decimal.ts';
import { RECORDED_CHARGES, type RecordedCharge } from './recorded-charges.fixture.ts';

type Charge = Omit<RecordedCharge, 'name' | 'source' | 'date'> & { readonly isByok?: boolean };

/** Recorded costs went through a float; they agree to six digits or not at all. */
const RELATIVE = 1e-6;

function costOf(charge: Charge): number {
  const bill = billCall({
    pricing: charge.pricing,
    used: {
      promptTokens: charge.prompt,
      completionTokens: charge.completion,
      cacheReadTokens: charge.read ?? 0,
      cacheWriteTokens: charge.write ?? 0,
      reasoningTokens: charge.reasoning ?? 0,
      nativeSearches: charge.nativeSearches ?? 0,
    },
    extras: { searches: charge.searches ?? 0, pdfPages: charge.pdfPages ?? 0 },
    atMs: 0,
    byok: charge.isByok ? { isFeeDue: true } : undefined,
  });
  return toWireNumber(bill.cost);
}

const isNear = (actual: number, expected: number): boolean =>
  Math.abs(actual - expected) <= RELATIVE * Math.abs(expected);

describe('the charge rule reproduces what OpenRouter charged for', () => {
  it.each(RECORDED_CHARGES)('$name ($date)', (charge) => {
    expect(costOf(charge)).toSatisfy((cost: number) => isNear(cost, charge.costUsd));
  });
});

const BESIDE = fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const FILE = join(process.env['TIERWISE_DATA'] ?? BESIDE, 'pricing/recorded-charges.json');

/** Rates of recorded charges that no dated catalogue row covers, from the note of each record. */
const LISTED: Readonly<Record<string, Charge['pricing']>> = {
  'or-71': { prompt: '0.0000003', completion: '0.0000025', input_cache_read: '0.00000003' },
  'or-74': { prompt: '0.0000003', completion: '0.0000025' },
  'or-65': { prompt: '0.000005', completion: '0.000025', input_cache_read: '0.0000005' },
};

const BY_CATALOGUE = [
  'exact-from-catalogue',
  'overlapping-cache-counters',
  'native-web-search',
  'server-tool-web-search',
  'pdf-parser',
  'free',
];

const recordOf = (value: unknown): JsonRecord => (isRecord(value) ? value : {});

function countOf(usage: JsonRecord, ...names: readonly string[]): number {
  const found = names.map((name) => usage[name]).find((value) => typeof value === 'number');
  return typeof found === 'number' ? found : 0;
}

/** A record of the data file with the rates known for it; undefined where none are. */
function readCase(record: JsonRecord): Charge | undefined {
  const kind = String(record['kind']);
  const usage = recordOf(record['usage']);
  const prompt = recordOf(usage['prompt_tokens_details'] ?? usage['input_tokens_details']);
  const completion = recordOf(usage['completion_tokens_details'] ?? usage['output_tokens_details']);
  const listed = recordOf(recordOf(record['catalogue'])['pricing']);
  const row = { prompt: '', completion: '', ...listed };
  const pricing = LISTED[String(record['id'])] ?? (BY_CATALOGUE.includes(kind) ? row : undefined);
  if (pricing === undefined) return undefined;
  return {
    pricing,
    prompt: countOf(usage, 'prompt_tokens', 'input_tokens'),
    completion: countOf(usage, 'completion_tokens', 'output_tokens'),
    read: countOf({ ...usage, ...prompt }, 'cached_tokens', 'cache_read_input_tokens'),
    write: countOf({ ...usage, ...prompt }, 'cache_write_tokens', 'cache_creation_input_tokens'),
    reasoning: countOf(completion, 'reasoning_tokens'),
    nativeSearches: Number(kind === 'native-web-search'),
    searches: Number(kind === 'server-tool-web-search'),
    pdfPages: Number(kind === 'pdf-parser'),
    costUsd: countOf(usage, 'cost'),
    isByok: usage['is_byok'] === true,
  };
}

describe.skipIf(!existsSync(FILE))(
  'the collection of recorded charges (in $TIERWISE_DATA/pricing or ../shared/data/pricing)',
  () => {
    it('is reproduced in every record whose rates are known', () => {
      const { cases }: { cases: JsonRecord[] } = JSON.parse(readFileSync(FILE, 'utf8'));
      const known = cases.flatMap((record) => {
        const charge = readCase(record);
        return charge === undefined
          ? []
          : [{ id: record['id'], expected: charge.costUsd, actual: costOf(charge) }];
      });
      expect(known.length).toBeGreaterThan(30);
      expect(known.filter(({ actual, expected }) => !isNear(actual, expected))).toEqual([]);
    });
  },
);
