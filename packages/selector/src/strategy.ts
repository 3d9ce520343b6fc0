/**
 * In: a way of dividing work among models, as somebody recommended it on a day. Out: today's models for it, each replacement explained.
 * Called by: whoever sets roles up, before any call.
 */
export {
  resolveStrategy,
  type ResolvedModel,
  type ResolvedRole,
  type ResolveStrategyOptions,
} from './strategy/resolve-strategy.ts';
export { STRATEGIES, type StrategyName } from './strategy/strategies.ts';
export type { Strategy, StrategyRole } from './strategy/strategy.ts';
