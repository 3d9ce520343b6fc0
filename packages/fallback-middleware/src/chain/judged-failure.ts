import type { Failure } from '../failure/failure.ts';

/** Thrown inside an attempt when nothing threw but the outcome is a failure. Never leaves the engine. */
export class JudgedFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'JudgedFailure';
    this.failure = failure;
  }
}
