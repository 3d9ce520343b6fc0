import { createLearner, type CreateLearnerOptions, type Learner } from './create-learner.ts';
import type { LearningState, LearningStore } from './learning-state.ts';

/** Loads what a store holds. A broken state is no reason to fail: learning begins anew. */
export async function loadLearner(
  store: LearningStore,
  options: Omit<CreateLearnerOptions, 'state'> = {},
): Promise<Learner & { save(): Promise<void> }> {
  const state = parseState(await store.load());
  const learner = createLearner({ ...options, ...(state === undefined ? {} : { state }) });
  return { ...learner, save: async () => store.save(JSON.stringify(learner.state())) };
}

function parseState(text: string | null): LearningState | undefined {
  if (text === null) return undefined;
  try {
    const value: LearningState = JSON.parse(text);
    return value.version === 1 && typeof value.evidence === 'object' ? value : undefined;
  } catch {
    // Not JSON: begin anew, as the docstring says.
    return undefined;
  }
}
