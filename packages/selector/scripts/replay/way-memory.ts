import { createLearner, type Learner } from '../../src/learn.ts';

/** What a way carries from day to day: what it learned, and the time by which that fades. */
export interface WayMemory {
  readonly learner: Learner;
  setTime(nowMs: number): void;
}

export function createWayMemory(): WayMemory {
  let timeMs = 0;
  return {
    learner: createLearner({ nowMs: () => timeMs }),
    setTime: (nowMs) => {
      timeMs = nowMs;
    },
  };
}
