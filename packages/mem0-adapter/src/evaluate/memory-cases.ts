import { englishCases } from './cases/english-cases.ts';
import { simplifiedChineseCases } from './cases/simplified-chinese-cases.ts';
import { traditionalChineseCases } from './cases/traditional-chinese-cases.ts';
import type { MemoryCase } from './memory-case.ts';

/** All cases that come with this package: English, Traditional and Simplified Chinese. */
export const memoryCases: readonly MemoryCase[] = [
  ...englishCases,
  ...traditionalChineseCases,
  ...simplifiedChineseCases,
];
