import type { Pricing } from '../catalog/model.ts';

/** A charge that OpenRouter really made, with the list rates of that time. Figures only. */
export interface RecordedCharge {
  readonly name: string;
  readonly date: string;
  /** Public repository that holds the recorded response. */
  readonly source: string;
  readonly pricing: Pricing;
  readonly prompt: number;
  readonly completion: number;
  readonly read?: number;
  readonly write?: number;
  readonly reasoning?: number;
  readonly nativeSearches?: number;
  readonly searches?: number;
  readonly pdfPages?: number;
  /** `usage.cost` as sent. */
  readonly costUsd: number;
}

const PYDANTIC_AI = 'pydantic/pydantic-ai@4fda38988f29';
const SONNET = {
  prompt: '0.000003',
  completion: '0.000015',
  input_cache_read: '0.0000003',
  input_cache_write: '0.00000375',
  web_search: '0.01',
};
const FLASH = {
  prompt: '0.0000003',
  completion: '0.0000025',
  internal_reasoning: '0.0000025',
  input_cache_read: '0.00000003',
  input_cache_write: '0.00000008333333333333334',
};
const MINI = { prompt: '0.0000004', completion: '0.0000016', web_search: '0.01' };

/** One or two of each kind that was recorded. */
export const RECORDED_CHARGES: readonly RecordedCharge[] = [
  {
    name: 'plain tokens',
    date: '2026-06-05',
    source: PYDANTIC_AI,
    pricing: SONNET,
    prompt: 107,
    completion: 44,
    costUsd: 0.000981,
  },
  {
    name: 'plain tokens, another vendor',
    date: '2026-08-04',
    source: 'simonw/llm-openrouter@107aa35be076',
    pricing: { prompt: '0.0000025', completion: '0.00001' },
    prompt: 17,
    completion: 4,
    costUsd: 0.0000825,
  },
  {
    name: 'reasoning counted in the completion',
    date: '2025-11-10',
    source: PYDANTIC_AI,
    pricing: { prompt: '0.00000025', completion: '0.000002' },
    prompt: 17,
    completion: 2177,
    reasoning: 960,
    costUsd: 0.00435825,
  },
  {
    name: 'a cache read',
    date: '2025-11-02',
    source: PYDANTIC_AI,
    pricing: { prompt: '0.000003', completion: '0.000015', input_cache_read: '0.00000075' },
    prompt: 687,
    completion: 187,
    read: 679,
    reasoning: 118,
    costUsd: 0.00333825,
  },
  {
    name: 'a cache write',
    date: '2026-03-08',
    source: PYDANTIC_AI,
    pricing: SONNET,
    prompt: 3214,
    completion: 100,
    write: 3211,
    costUsd: 0.01355025,
  },
  {
    name: 'a read and a write',
    date: '2026-03-08',
    source: PYDANTIC_AI,
    pricing: SONNET,
    prompt: 2649,
    completion: 100,
    read: 2569,
    write: 79,
    costUsd: 0.00256995,
  },
  {
    name: 'overlapping counters',
    date: '2026-03-08',
    source: PYDANTIC_AI,
    pricing: FLASH,
    prompt: 2168,
    completion: 100,
    read: 2161,
    write: 2161,
    costUsd: 0.0004970133333333333,
  },
  {
    name: 'a write below an override',
    date: '2026-07-17',
    source: PYDANTIC_AI,
    pricing: {
      prompt: '0.000005',
      completion: '0.00003',
      input_cache_read: '0.0000005',
      input_cache_write: '0.00000625',
      overrides: [{ min_prompt_tokens: 272_000, prompt: '0.00001', completion: '0.000045' }],
    },
    prompt: 4020,
    completion: 5,
    write: 4012,
    costUsd: 0.025265,
  },
  {
    name: "the vendor's own web search",
    date: '2026-08-11',
    source: PYDANTIC_AI,
    pricing: MINI,
    prompt: 8174,
    completion: 30,
    nativeSearches: 1,
    costUsd: 0.0133176,
  },
  {
    name: "OpenRouter's web search",
    date: '2026-08-14',
    source: PYDANTIC_AI,
    pricing: { prompt: '0.0000002574', completion: '0.0000010287' },
    prompt: 2315,
    completion: 40,
    searches: 1,
    costUsd: 0.007637029,
  },
  {
    name: 'a PDF page, and reasoning listed at "0"',
    date: '2025-12-09',
    source: PYDANTIC_AI,
    pricing: { prompt: '0.00000025', completion: '0.000002', internal_reasoning: '0' },
    prompt: 31,
    completion: 80,
    reasoning: 64,
    pdfPages: 1,
    costUsd: 0.00216775,
  },
  {
    name: 'many digits',
    date: '2026-07-20',
    source: 'a raw response log of 2026-07-20',
    pricing: { prompt: '0.000001475', completion: '0.000004425', input_cache_read: '0.000000295' },
    prompt: 7149,
    completion: 5863,
    reasoning: 4469,
    costUsd: 0.03648855,
  },
];
