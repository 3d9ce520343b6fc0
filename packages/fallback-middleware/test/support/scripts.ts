import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import fc from 'fast-check';
import { MockLanguageModelV4 } from 'ai/test';
import { finish, preamble } from './answers.ts';
import type { Clock } from '../../src/index.ts';

/** How a scripted stream ends. */
export type Ending =
  | 'finish'
  | 'error-part'
  | 'error-then-finish'
  | 'cut'
  | 'reject'
  | 'error-finish'
  | 'refuse-to-start'
  | 'hang';

/** One model's behaviour in one call. */
export interface Script {
  readonly deltas: readonly string[];
  readonly ending: Ending;
  /** Before the stream is there, on the clock. */
  readonly delayMs: number;
  /** Where the stream is cut into pieces that arrive at once; does not change what they mean. */
  readonly pingEvery: number;
}

export const arbitraryScript: fc.Arbitrary<Script> = fc.record({
  deltas: fc.array(fc.constantFrom('', ' word', ' ü', '.'), { maxLength: 5 }),
  ending: fc.constantFrom<Ending>(
    'finish',
    'error-part',
    'error-then-finish',
    'cut',
    'reject',
    'error-finish',
    'refuse-to-start',
    'hang',
  ),
  delayMs: fc.nat(50),
  pingEvery: fc.nat(3),
});

/** What happened to the streams of one call. */
export interface Watched {
  readonly started: string[];
  /** Streams that ended by themselves or were cancelled. */
  readonly ended: string[];
  readonly aborted: string[];
}

export function newWatched(): Watched {
  return { started: [], ended: [], aborted: [] };
}

/** Every delta carries the model's name, so that a leak would show. */
export function taggedDeltas(modelId: string, { deltas }: Script): string[] {
  return deltas.map((delta) => (delta === '' ? '' : `${modelId}${delta}`));
}

/** A model that plays its script. */
export function scripted(
  modelId: string,
  script: Script,
  clock: Clock,
  watched: Watched,
): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    modelId,
    doStream: async ({ abortSignal }) => {
      watched.started.push(modelId);
      abortSignal?.addEventListener('abort', () => watched.aborted.push(modelId));
      await new Promise<void>((resolve) => void clock.schedule(resolve, script.delayMs));
      if (script.ending === 'refuse-to-start') {
        watched.ended.push(modelId);
        throw new TypeError('fetch failed');
      }
      return { stream: play(modelId, script, watched) };
    },
  });
}

function play(
  modelId: string,
  script: Script,
  watched: Watched,
): ReadableStream<LanguageModelV4StreamPart> {
  const parts = partsOf(modelId, script);
  let index = 0;
  return new ReadableStream<LanguageModelV4StreamPart>(
    {
      pull(controller) {
        const part = parts[index++];
        if (part !== undefined) return controller.enqueue(part);
        if (script.ending === 'hang') return new Promise<void>(() => undefined);
        watched.ended.push(modelId);
        if (script.ending === 'reject') controller.error(new TypeError('terminated'));
        else controller.close();
        return undefined;
      },
      cancel() {
        watched.ended.push(modelId);
      },
    },
    { highWaterMark: 0 },
  );
}

function partsOf(modelId: string, script: Script): LanguageModelV4StreamPart[] {
  const deltas = taggedDeltas(modelId, script).flatMap(
    (delta, index): LanguageModelV4StreamPart[] => [
      ...(script.pingEvery > 0 && index % script.pingEvery === 0
        ? [{ type: 'ping' as const }]
        : []),
      { type: 'text-delta', id: 't', delta },
    ],
  );
  return [
    ...preamble(modelId),
    { type: 'text-start', id: 't' },
    ...deltas,
    ...endingOf(script.ending),
  ];
}

function endingOf(ending: Ending): LanguageModelV4StreamPart[] {
  const error: LanguageModelV4StreamPart = { type: 'error', error: { code: 502, message: 'gone' } };
  const end: LanguageModelV4StreamPart = { type: 'text-end', id: 't' };
  switch (ending) {
    case 'finish':
      return [end, finish()];
    case 'error-part':
      return [error];
    case 'error-then-finish':
      return [error, end, finish({ unified: 'error', raw: undefined })];
    case 'error-finish':
      return [end, finish({ unified: 'other', raw: 'error' })];
    default:
      return [];
  }
}
