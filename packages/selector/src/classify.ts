/**
 * In: a function, a cheap model or a service that tells kinds of work and difficulty apart. Out: the same, asked only where the rules are
 * undecided, in time, and once for each question. Called by: the plugin before `describeCall`.
 */
export {
  type ClassifyRequest,
  type ClassifyVerdict,
  createClassifier,
  type CreateClassifierOptions,
} from './classify/create-classifier.ts';
