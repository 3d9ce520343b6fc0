import { readFileSync } from 'node:fs';
import { tool } from 'ai';
import { z } from 'zod';
import { longDocument } from './long-document.ts';
import type { Stop } from './stop.ts';

const weather = tool({
  description: 'Tells the weather of a city today.',
  inputSchema: z.object({ city: z.string() }),
  execute: ({ city }) => ({ city, celsius: 21, sky: 'light rain' }),
});

const invoiceSchema = z.object({
  supplier: z.string(),
  invoiceNumber: z.string(),
  totalCents: z.int().min(0),
  currency: z.enum(['EUR', 'USD', 'TWD']),
  lines: z.array(z.object({ item: z.string(), quantity: z.int().min(1) })).min(1),
});

const memorySchema = z.object({
  memory: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      attributed_to: z.enum(['user', 'assistant']),
      linked_memory_ids: z.array(z.string()),
    }),
  ),
});

/** The ten calls of the tour, in the order in which they are made. */
export const STOPS: readonly Stop[] = [
  {
    title: 'small talk',
    prompt: 'Hi there! Any nice idea for a rainy Sunday?',
  },
  {
    title: 'small talk, free by consent (zh-Hant)',
    prompt: '你好！下雨天適合喝什麼茶？請簡短回答。',
    options: { tier: 'free' },
  },
  {
    title: 'code review',
    prompt: [
      'Refactor this reducer so that concurrent updates stay consistent, prove that the invariant holds and explain the race in the old code step by step.',
      '```ts',
      'async function apply(state: State, action: Action) {',
      '  const stock = await read(action.sku);',
      '  if (stock < action.amount) throw new OutOfStock(action.sku);',
      '  await write(action.sku, stock - action.amount);',
      '  return { ...state, reserved: state.reserved + action.amount };',
      '}',
      '```',
    ].join('\n'),
    failure: 'overloaded',
  },
  {
    title: 'code (zh-Hans)',
    prompt: '用 Python 写一个并发安全的 LRU 缓存，分析时间复杂度，并写三个单元测试。',
  },
  {
    title: 'maths (zh-Hans)',
    prompt:
      '甲乙两地相距 360 公里。一辆汽车以每小时 60 公里的速度出发，两小时后速度提高百分之 20。计算总共需要多少小时，并分析每个步骤。',
    failure: 'error-in-stream',
  },
  {
    title: 'long document',
    prompt: `Summarise the decisions and the open risks of these minutes in five points.\n\n${longDocument()}`,
  },
  {
    title: 'image',
    prompt: [
      { type: 'text', text: 'Which of the three bars is the tallest, and by about how much?' },
      {
        type: 'file',
        mediaType: 'image/png',
        data: readFileSync(new URL('bar-chart.png', import.meta.url)),
      },
    ],
  },
  {
    title: 'tools',
    prompt: 'What is the weather like in Taipei today, and should I take an umbrella?',
    tools: { weather },
  },
  {
    title: 'structured output',
    prompt:
      'Extract the fields of this invoice: Nordlicht GmbH, invoice 2026-0417, 3 desk lamps and 1 stool, total 412.50 EUR.',
    schema: invoiceSchema,
  },
  {
    title: 'memory extraction (zh-Hant)',
    system: 'Extract lasting facts about the user from the new messages as memory entries.',
    prompt: '我搬到台中了，養了一隻叫豆豆的貓，而且我對花生過敏。',
    schema: memorySchema,
    options: { task: 'extraction' },
  },
];
