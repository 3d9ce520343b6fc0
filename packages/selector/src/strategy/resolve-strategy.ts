import type { Tombstone } from '@tierwise/catalog';
import { NoCandidateError } from '../choose/no-candidate-error.ts';
import { selectCandidates } from '../choose/select-candidates.ts';
import type { ModelIndex } from '../model-index/index-models.ts';
import type { Requirements } from '../requirements/requirements.ts';
import type { Strategy, StrategyRole } from './strategy.ts';

/** Where to look for the models of a strategy, and how many each role gets. */
export interface ResolveStrategyOptions {
  readonly index: ModelIndex;
  /** What the catalogue knows of models that are gone, so that a reason can say since when. Default none. */
  readonly tombstones?: readonly Tombstone[] | undefined;
  /** Models for each role, so that there is something to fall back to. Default 3. */
  readonly modelsPerRole?: number | undefined;
  /** Default now. */
  readonly at?: Date | undefined;
}

/** A model of a role today, and why. */
export interface ResolvedModel {
  readonly modelId: string;
  /** It was recommended, and is still there. */
  readonly recommended: boolean;
  readonly reason: string;
}

/** A role of a strategy with the models that fill it today. */
export interface ResolvedRole extends StrategyRole {
  /** Best first; hand the ids to `policy.models` to use them. Empty when no model of today fits the role. */
  readonly models: readonly ResolvedModel[];
  /** Recommended ids that are not listed any more, with what is known of it. */
  readonly gone: readonly { readonly modelId: string; readonly detail: string }[];
}

/** Finds today's models for a strategy: what was recommended and is still listed, then replacements, each explained. */
export function resolveStrategy(
  { roles }: Strategy,
  { index, tombstones = [], modelsPerRole = 3, at = new Date() }: ResolveStrategyOptions,
): readonly ResolvedRole[] {
  const byId = new Map(index.map((indexed) => [indexed.model.id, indexed]));
  return roles.map((role) => {
    const listed = role.recommended.filter((id) => byId.has(id));
    const kept = listed.map((modelId) => keptModel(modelId, role, byId.get(modelId)?.tier ?? null));
    const gone = role.recommended.filter((id) => !byId.has(id));
    const wanted = modelsPerRole - kept.length;
    const replacements =
      wanted > 0 ? replacementsFor(role, { index, at, wanted, listed, gone }) : [];
    return {
      ...role,
      models: [...kept, ...replacements].slice(0, modelsPerRole),
      gone: gone.map((modelId) => ({ modelId, detail: detailOf(modelId, tombstones) })),
    };
  });
}

function keptModel(modelId: string, role: StrategyRole, tier: string | null): ResolvedModel {
  const moved =
    role.policy.tier !== undefined && tier !== role.policy.tier
      ? `, now ${tier ?? 'without a price'} instead of ${role.policy.tier}`
      : '';
  return {
    modelId,
    recommended: true,
    reason: `recommended for ${role.role} and still listed${moved}`,
  };
}

function replacementsFor(
  role: StrategyRole,
  {
    index,
    at,
    wanted,
    listed,
    gone,
  }: {
    readonly index: ModelIndex;
    readonly at: Date;
    readonly wanted: number;
    readonly listed: readonly string[];
    readonly gone: readonly string[];
  },
): ResolvedModel[] {
  const policy = listed.length === 0 ? role.policy : { ...role.policy, deny: listed };
  const why = gone.length === 0 ? 'beside what was recommended' : `instead of ${gone.join(', ')}`;
  try {
    const { candidates } = selectCandidates({
      index,
      requirements: requirementsOf(role),
      policy,
      maxCandidates: wanted,
      at,
    });
    return candidates.map(({ modelId, reason }) => ({
      modelId,
      recommended: false,
      reason: `${why}: ${reason}`,
    }));
  } catch (error) {
    // A role that no model of today fits is an empty role, not a failure of the others.
    if (NoCandidateError.isInstance(error)) return [];
    throw error;
  }
}

/** A call as this role usually makes it. */
function requirementsOf({ task, difficulty }: StrategyRole): Requirements {
  const inputTokens = task === 'long-context' ? 200_000 : 4_000;
  return {
    task,
    difficulty,
    signals: [],
    language: 'en',
    inputModalities: task === 'vision' ? ['text', 'image'] : ['text'],
    capabilities: task === 'agent-step' ? ['tools'] : [],
    inputTokens: { expected: inputTokens, p95: inputTokens * 1.3 },
    outputTokens: { expected: 1_000, p95: 4_000 },
    agentStep: false,
  };
}

function detailOf(modelId: string, tombstones: readonly Tombstone[]): string {
  const found = tombstones.find(({ id }) => id === modelId);
  if (found === undefined) return 'not listed';
  const successor = found.successor === null ? '' : `; its successor may be ${found.successor}`;
  return `last seen on ${found.lastSeenOn}${successor}`;
}
