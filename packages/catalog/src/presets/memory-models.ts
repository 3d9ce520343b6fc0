import type { Preset } from './preset.ts';

/**
 * Models for extracting memories with Mem0, ranked, with the prices of their day. The list is undated; its prices stood
 * between the lists of 2026-05-01 and 2026-05-13.
 */
export const MEMORY_MODELS: Preset = {
  name: 'memory',
  asOf: '2026-05-01',
  pools: {
    fallback: ['deepseek/deepseek-v4-flash', 'google/gemini-3.1-flash-lite', 'openai/gpt-4.1-nano'],
    chinese: [
      'qwen/qwen3-30b-a3b-instruct-2507',
      'qwen/qwen3.6-35b-a3b',
      'deepseek/deepseek-v4-flash',
    ],
  },
  models: [
    {
      id: 'deepseek/deepseek-v4-flash',
      inputUsdPerMillion: '0.14',
      outputUsdPerMillion: '0.28',
      contextTokens: 1048576,
    },
    {
      id: 'arcee-ai/trinity-mini',
      inputUsdPerMillion: '0.045',
      outputUsdPerMillion: '0.15',
      contextTokens: 131072,
    },
    {
      id: 'openai/gpt-4.1-nano',
      inputUsdPerMillion: '0.1',
      outputUsdPerMillion: '0.4',
      contextTokens: 1047576,
    },
    {
      id: 'qwen/qwen3-30b-a3b-instruct-2507',
      inputUsdPerMillion: '0.09',
      outputUsdPerMillion: '0.3',
      contextTokens: 262144,
    },
    {
      id: 'bytedance-seed/seed-2.0-mini',
      inputUsdPerMillion: '0.1',
      outputUsdPerMillion: '0.4',
      contextTokens: 262144,
    },
    {
      id: 'google/gemini-3.1-flash-lite',
      inputUsdPerMillion: '0.25',
      outputUsdPerMillion: '1.5',
      contextTokens: 1048576,
    },
    {
      id: 'z-ai/glm-4.7-flash',
      inputUsdPerMillion: '0.06',
      outputUsdPerMillion: '0.4',
      contextTokens: 202752,
    },
    {
      id: 'ibm-granite/granite-4.1-8b',
      inputUsdPerMillion: '0.05',
      outputUsdPerMillion: '0.1',
      contextTokens: 131072,
    },
    {
      id: 'mistralai/ministral-8b-2512',
      inputUsdPerMillion: '0.15',
      outputUsdPerMillion: '0.15',
      contextTokens: 262144,
    },
    {
      id: 'mistralai/ministral-14b-2512',
      inputUsdPerMillion: '0.2',
      outputUsdPerMillion: '0.2',
      contextTokens: 262144,
    },
    {
      id: 'stepfun/step-3.5-flash',
      inputUsdPerMillion: '0.1',
      outputUsdPerMillion: '0.3',
      contextTokens: 262144,
    },
    {
      id: 'bytedance-seed/seed-1.6-flash',
      inputUsdPerMillion: '0.075',
      outputUsdPerMillion: '0.3',
      contextTokens: 262144,
    },
    {
      id: 'deepseek/deepseek-v3.2',
      inputUsdPerMillion: '0.252',
      outputUsdPerMillion: '0.378',
      contextTokens: 131072,
    },
    {
      id: 'qwen/qwen3.6-35b-a3b',
      inputUsdPerMillion: '0.15',
      outputUsdPerMillion: '1.0',
      contextTokens: 262144,
    },
    {
      id: 'qwen/qwen3.6-flash',
      inputUsdPerMillion: '0.25',
      outputUsdPerMillion: '1.5',
      contextTokens: 1000000,
    },
    {
      id: 'minimax/minimax-m2.1',
      inputUsdPerMillion: '0.29',
      outputUsdPerMillion: '0.95',
      contextTokens: 196608,
    },
    {
      id: 'mistralai/mistral-large-2512',
      inputUsdPerMillion: '0.5',
      outputUsdPerMillion: '1.5',
      contextTokens: 262144,
    },
    {
      id: '~openai/gpt-mini-latest',
      inputUsdPerMillion: '0.75',
      outputUsdPerMillion: '4.5',
      contextTokens: 400000,
    },
    {
      id: '~anthropic/claude-haiku-latest',
      inputUsdPerMillion: '1.0',
      outputUsdPerMillion: '5.0',
      contextTokens: 200000,
    },
    {
      id: 'openrouter/free',
      inputUsdPerMillion: '0',
      outputUsdPerMillion: '0',
      contextTokens: 200000,
    },
    {
      id: 'google/gemini-2.0-flash-lite-001',
      inputUsdPerMillion: '0.075',
      outputUsdPerMillion: '0.3',
      contextTokens: 1048576,
    },
    {
      id: 'x-ai/grok-4.1-fast',
      inputUsdPerMillion: '0.2',
      outputUsdPerMillion: '0.5',
      contextTokens: 2000000,
    },
    {
      id: 'qwen/qwen-2.5-7b-instruct',
      inputUsdPerMillion: '0.04',
      outputUsdPerMillion: '0.1',
      contextTokens: 32768,
    },
  ],
};
