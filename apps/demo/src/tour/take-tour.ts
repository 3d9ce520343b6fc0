import { wrapLanguageModel } from 'ai';
import { createTierwise, tierwise } from 'tierwise';
import type { Backend } from '../backend/backend.ts';
import type { Stop } from './stop.ts';
import { STOPS } from './stops.ts';
import { takeStop, type Visit } from './take-stop.ts';

export interface TakeTourOptions {
  readonly backend: Backend;
  readonly abortSignal: AbortSignal;
  readonly stops?: readonly Stop[];
}

/** Makes the calls one after the other through one wrapped model. */
export async function* takeTour({
  backend,
  abortSignal,
  stops = STOPS,
}: TakeTourOptions): AsyncGenerator<Visit> {
  const { provider } = backend;
  const model = wrapLanguageModel({
    model: provider.languageModel('openrouter/auto'),
    middleware: tierwise({ provider }),
  });
  const planner = createTierwise({ provider });
  for (const stop of stops) {
    if (stop.failure !== undefined) {
      // The plan tells beforehand who will be asked first, so that the failure hits this very call.
      const { candidates } = planner.plan(planOf(stop));
      backend.injectFailure(candidates[0]?.modelId ?? '', stop.failure);
    }
    yield await takeStop({ model, stop, abortSignal });
  }
}

function planOf(stop: Stop): Parameters<ReturnType<typeof createTierwise>['plan']>[0] {
  const content = typeof stop.prompt === 'string' ? [{ type: 'text', text: stop.prompt }] : [];
  return { prompt: [{ role: 'user', content }], providerOptions: { tierwise: stop.options ?? {} } };
}
