import type { Preset } from './preset.ts';

/** The models that a market report of February 2026 compares, with the prices it states (some were wrong on its own day). */
export const REPORT_MODELS: Preset = {
  name: 'report',
  asOf: '2026-02-07',
  pools: {
    cascade: ['mistralai/devstral-2512', 'minimax/minimax-m2.1', 'openai/gpt-5.3-codex'],
  },
  models: [
    {
      id: 'deepseek/deepseek-v3.2',
      inputUsdPerMillion: '0.25',
      outputUsdPerMillion: '0.38',
      contextTokens: 163840,
    },
    {
      id: 'minimax/minimax-m2.1',
      inputUsdPerMillion: '0.28',
      outputUsdPerMillion: '1.0',
      contextTokens: 196608,
    },
    {
      id: 'xiaomi/mimo-v2-flash',
      inputUsdPerMillion: '0',
      outputUsdPerMillion: '0',
      contextTokens: 262144,
    },
    {
      id: 'mistralai/devstral-2512',
      inputUsdPerMillion: '0.05',
      outputUsdPerMillion: '0.22',
      contextTokens: 262144,
    },
    {
      id: 'openai/gpt-5.3-codex',
      inputUsdPerMillion: '3',
      outputUsdPerMillion: '12',
      contextTokens: 256000,
    },
    {
      id: 'google/gemini-3-flash-preview',
      inputUsdPerMillion: '0.5',
      outputUsdPerMillion: '3',
      contextTokens: 1048576,
    },
    {
      id: 'openai/gpt-5.2-chat',
      inputUsdPerMillion: '2',
      outputUsdPerMillion: '14',
      contextTokens: 128000,
    },
    {
      id: 'anthropic/claude-sonnet-4',
      inputUsdPerMillion: '3',
      outputUsdPerMillion: '15',
      contextTokens: 200000,
    },
    {
      id: 'openai/gpt-5.2-pro',
      inputUsdPerMillion: '21',
      outputUsdPerMillion: '168',
      contextTokens: 400000,
    },
    {
      id: 'bytedance-seed/seed-1.6',
      inputUsdPerMillion: '0.25',
      outputUsdPerMillion: '2',
      contextTokens: 262144,
    },
    {
      id: 'allenai/olmo-3.1-32b-think',
      inputUsdPerMillion: '0.15',
      outputUsdPerMillion: '0.5',
      contextTokens: 65536,
    },
    {
      id: 'anthropic/claude-opus-4.6',
      inputUsdPerMillion: '5',
      outputUsdPerMillion: '25',
      contextTokens: 200000,
    },
    {
      id: 'anthropic/claude-opus-4.5',
      inputUsdPerMillion: '5',
      outputUsdPerMillion: '25',
      contextTokens: 200000,
    },
    {
      id: 'moonshotai/kimi-k2.5',
      inputUsdPerMillion: '0.5',
      outputUsdPerMillion: '2',
      contextTokens: 262144,
    },
    {
      id: 'openai/gpt-5.2',
      inputUsdPerMillion: '2',
      outputUsdPerMillion: '14',
      contextTokens: 400000,
    },
    {
      id: 'z-ai/glm-4.7',
      inputUsdPerMillion: '0.4',
      outputUsdPerMillion: '2',
      contextTokens: 200000,
    },
    {
      id: 'mistralai/mistral-large-2512',
      inputUsdPerMillion: '0.5',
      outputUsdPerMillion: '2',
      contextTokens: 262144,
    },
    {
      id: 'nvidia/nemotron-3-nano-30b-a3b',
      inputUsdPerMillion: '0.06',
      outputUsdPerMillion: '0.24',
      contextTokens: 262144,
    },
    {
      id: 'nvidia/nemotron-3-nano-30b-a3b:free',
      inputUsdPerMillion: '0',
      outputUsdPerMillion: '0',
      contextTokens: 262144,
    },
    {
      id: 'openai/gpt-5.1-codex-max',
      inputUsdPerMillion: '2',
      outputUsdPerMillion: '8',
      contextTokens: 128000,
    },
    { id: 'openai/gpt-4o-mini' },
    { id: 'openrouter/auto' },
  ],
};
