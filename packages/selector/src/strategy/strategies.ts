import type { Strategy } from './strategy.ts';

const REPORTED = '2026-02-07';
const FREE: Strategy['roles'][number]['policy'] = { tier: 'free' };

/** Simple queries to a cheap model, complex ones to a strong one. */
const ROUTING: Strategy = {
  name: 'routing',
  asOf: REPORTED,
  roles: [
    {
      role: 'simple',
      task: 'chat',
      difficulty: 0.2,
      recommended: ['deepseek/deepseek-v3.2'],
      policy: { tier: 'ultra-low' },
    },
    {
      role: 'complex',
      task: 'reasoning',
      difficulty: 0.85,
      recommended: ['openai/gpt-5.2'],
      policy: { tier: 'standard', profile: 'quality' },
    },
  ],
};

/** Draft, implement, verify: the dear model only looks over what the cheap ones made. */
const CASCADE: Strategy = {
  name: 'cascade',
  asOf: REPORTED,
  roles: [
    {
      role: 'draft',
      task: 'code',
      difficulty: 0.4,
      recommended: ['mistralai/devstral-2512:free', 'mistralai/devstral-2512'],
      policy: { tier: 'ultra-low' },
    },
    {
      role: 'implement',
      task: 'code',
      difficulty: 0.6,
      recommended: ['minimax/minimax-m2.1'],
      policy: { tier: 'economy' },
    },
    {
      role: 'verify',
      task: 'code',
      difficulty: 0.9,
      recommended: ['openai/gpt-5.3-codex'],
      policy: { tier: 'standard', profile: 'quality' },
    },
  ],
};

/** Each task to the model that is best at it for its price. */
const AGENTS: Strategy = {
  name: 'agents',
  asOf: REPORTED,
  roles: [
    {
      role: 'explore',
      task: 'agent-step',
      difficulty: 0.3,
      recommended: ['mistralai/devstral-2512:free', 'xiaomi/mimo-v2-flash:free'],
      policy: FREE,
    },
    {
      role: 'implement',
      task: 'code',
      difficulty: 0.6,
      recommended: ['minimax/minimax-m2.1'],
      policy: { tier: 'economy' },
    },
    {
      role: 'general',
      task: 'chat',
      difficulty: 0.4,
      recommended: ['deepseek/deepseek-v3.2'],
      policy: { tier: 'ultra-low' },
    },
    {
      role: 'verify',
      task: 'code',
      difficulty: 0.9,
      recommended: ['openai/gpt-5.3-codex'],
      policy: { tier: 'standard', profile: 'quality' },
    },
  ],
};

/** What to use when there are ten seconds to decide. */
const QUICK_GUIDE: Strategy = {
  name: 'quick-guide',
  asOf: REPORTED,
  roles: [
    {
      role: 'general',
      task: 'chat',
      difficulty: 0.4,
      recommended: ['deepseek/deepseek-v3.2'],
      policy: { tier: 'ultra-low' },
    },
    {
      role: 'code',
      task: 'code',
      difficulty: 0.6,
      recommended: ['minimax/minimax-m2.1'],
      policy: { tier: 'economy' },
    },
    {
      role: 'free',
      task: 'chat',
      difficulty: 0.5,
      recommended: ['xiaomi/mimo-v2-flash:free', 'mistralai/devstral-2512:free'],
      policy: FREE,
    },
    {
      role: 'long-documents',
      task: 'long-context',
      difficulty: 0.4,
      recommended: ['google/gemini-3-flash-preview'],
      policy: { tier: 'economy' },
    },
    {
      role: 'strongest',
      task: 'reasoning',
      difficulty: 0.95,
      recommended: ['openai/gpt-5.3-codex', 'openai/gpt-5.2-pro', 'anthropic/claude-opus-4.6'],
      policy: { profile: 'quality' },
    },
  ],
};

/** Pools of free models with automatic fallback. */
const FREE_POOLS: Strategy = {
  name: 'free-pools',
  asOf: '2026-01-24',
  roles: [
    {
      role: 'SMALL',
      task: 'chat',
      difficulty: 0.2,
      recommended: [
        'google/gemini-2.0-flash-exp:free',
        'google/gemma-3-27b-it:free',
        'qwen/qwen3-4b:free',
      ],
      policy: { ...FREE, pool: 'SMALL' },
    },
    {
      role: 'LARGE',
      task: 'reasoning',
      difficulty: 0.7,
      recommended: [
        'meta-llama/llama-3.1-405b-instruct:free',
        'deepseek/deepseek-r1-0528:free',
        'qwen/qwen3-next-80b-a3b-instruct:free',
        'meta-llama/llama-3.3-70b-instruct:free',
      ],
      policy: { ...FREE, pool: 'LARGE' },
    },
    {
      role: 'CODE',
      task: 'code',
      difficulty: 0.6,
      recommended: [
        'qwen/qwen3-coder:free',
        'mistralai/devstral-2512:free',
        'deepseek/deepseek-r1-0528:free',
      ],
      policy: { ...FREE, pool: 'CODE' },
    },
    {
      role: 'VISION',
      task: 'vision',
      difficulty: 0.5,
      recommended: [
        'google/gemini-2.0-flash-exp:free',
        'qwen/qwen-2.5-vl-7b-instruct:free',
        'nvidia/nemotron-nano-12b-v2-vl:free',
      ],
      policy: { ...FREE, pool: 'VISION' },
    },
  ],
};

/** Strategies of two market reports of early 2026, by name. Data with a date: resolve them against today's catalogue. */
export const STRATEGIES: Readonly<Record<StrategyName, Strategy>> = {
  agents: AGENTS,
  cascade: CASCADE,
  'free-pools': FREE_POOLS,
  'quick-guide': QUICK_GUIDE,
  routing: ROUTING,
};

/** The strategies that ship with this package. */
export type StrategyName = 'agents' | 'cascade' | 'free-pools' | 'quick-guide' | 'routing';
