/**
 * In: what became of finished calls. Out: how much better or worse each model has proven than its estimate, and now and then a try.
 * Called by: the plugin after each call, and `selectCandidates` through `offsetOf`.
 */
export { createLearner, type CreateLearnerOptions, type Learner } from './learn/create-learner.ts';
export { explore, type Explored, type ExploreOptions } from './learn/explore.ts';
export { loadLearner } from './learn/load-learner.ts';
export type { Evidence, LearningState, LearningStore } from './learn/learning-state.ts';
export type { OutcomeEvent, OutcomeResult } from './learn/outcome-event.ts';
