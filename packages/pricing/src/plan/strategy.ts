import type { Model } from '@tierwise/catalog';

/** A model, and how much of a phase runs on it: `'1'` all of it, `'0.2'` every fifth call. */
export interface Run {
  readonly model: Pick<Model, 'id' | 'prices'>;
  /** A plain decimal from 0 up. Shares of a cascade add up to more than 1: what is tried twice is paid twice. */
  readonly share: string;
}

/** Which models work on a phase. */
export interface Strategy {
  readonly name: string;
  /** The runs of a phase, by its name. */
  readonly runsOf: (phase: string) => readonly Run[];
}

/** Everything on one model. */
export function singleModel(name: string, model: Run['model']): Strategy {
  return { name, runsOf: () => [{ model, share: '1' }] };
}

/** A cheap model first, and a second one for what it does not do well. */
export interface CascadeOptions {
  readonly name: string;
  readonly first: Run['model'];
  /** Who takes over what the first one did not do well. */
  readonly second: Run['model'];
  /** How much of the work that is, a plain decimal from 0 to 1. */
  readonly escalationShare: string;
}

/** Everything on a cheap model first, and a part of it again on a better one. */
export function cascade({ name, first, second, escalationShare }: CascadeOptions): Strategy {
  return {
    name,
    runsOf: () => [
      { model: first, share: '1' },
      { model: second, share: escalationShare },
    ],
  };
}

/** A model of its own for each phase; phases that are not named run on `rest`. */
export function modelByPhase(
  name: string,
  models: Readonly<Record<string, Run['model']>>,
  rest: Run['model'],
): Strategy {
  const byPhase = new Map(Object.entries(models));
  return { name, runsOf: (phase) => [{ model: byPhase.get(phase) ?? rest, share: '1' }] };
}
