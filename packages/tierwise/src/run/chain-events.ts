import type { EngineOptions } from '../options/engine-options.ts';
import type { SpendGuard } from './guard-spend.ts';

type Events = NonNullable<EngineOptions['events']>;

/** The user's hooks behind those of the guard, which never throw. */
export function chainEvents(ours: SpendGuard['events'] | undefined, theirs: Events = {}): Events {
  if (ours === undefined) return theirs;
  return {
    ...theirs,
    onAttempt: (event) => {
      ours.onAttempt?.(event);
      return theirs.onAttempt?.(event);
    },
    onAttemptEnd: (event) => {
      ours.onAttemptEnd?.(event);
      return theirs.onAttemptEnd?.(event);
    },
  };
}
