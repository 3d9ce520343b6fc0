import { getEventListeners } from 'node:events';
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { createSimulator, type FaultKind } from '@tierwise/openrouter-simulator';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createFallbackModel,
  streamWithFallback,
  type CallReport,
  type FallbackCall,
} from '../src/index.ts';
import { drain } from './support/drain.ts';
import { createTestClock, settle, type TestClock } from './support/test-clock.ts';
import {
  arbitraryScript,
  newWatched,
  scripted,
  taggedDeltas,
  type Script,
  type Watched,
} from './support/scripts.ts';

const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'hello' }] }];

interface Played {
  readonly parts: LanguageModelV4StreamPart[];
  readonly error: unknown;
  readonly report: CallReport;
  readonly watched: Watched;
  readonly clock: TestClock;
}

/** Plays a chain of scripts on a clock of its own until it is over. */
async function playChain(
  scripts: readonly Script[],
  options: Partial<FallbackCall> = {},
  abort?: { readonly controller: AbortController; readonly atMs: number },
): Promise<Played> {
  const clock = createTestClock();
  const watched = newWatched();
  const reports: CallReport[] = [];
  const parts: LanguageModelV4StreamPart[] = [];
  if (abort !== undefined) clock.schedule(() => abort.controller.abort('enough'), abort.atMs);
  const ended = streamWithFallback({
    candidates: scripts.map((script, index) => {
      const id = `m${index}`;
      return { id, model: scripted(id, script, clock, watched) };
    }),
    params: { prompt, ...(abort === undefined ? {} : { abortSignal: abort.controller.signal }) },
    clock,
    hygiene: false,
    firstContentTimeoutMs: 200,
    stallTimeoutMs: 200,
    random: () => 0.5,
    events: { onCallEnd: ({ report }) => reports.push(report) },
    ...options,
  })
    .then(({ stream }) => drain(stream, (part) => parts.push(part)))
    .then(
      () => undefined,
      (error: unknown) => error ?? 'rejected with nothing',
    );
  await clock.advance(30_000);
  const error = await ended;
  const [report] = reports;
  if (report === undefined || reports.length !== 1)
    throw new Error(`the call ended ${reports.length} times`);
  return { parts, error, report, watched, clock };
}

/** The first script that shows content, or finishes well; its index, or -1. */
function commitsAt(scripts: readonly Script[]): number {
  return scripts.findIndex(
    ({ deltas, ending }) => ending !== 'refuse-to-start' && deltas.some((delta) => delta !== ''),
  );
}

function textOf(parts: readonly LanguageModelV4StreamPart[]): string {
  return parts.map((part) => (part.type === 'text-delta' ? part.delta : '')).join('');
}

function count(
  parts: readonly LanguageModelV4StreamPart[],
  type: LanguageModelV4StreamPart['type'],
): number {
  return parts.filter((part) => part.type === type).length;
}

const chain = fc.array(arbitraryScript, { minLength: 1, maxLength: 4 });

describe('properties of a stream over any schedule of faults', () => {
  test('4 5 6: the text is one model’s, one stream-start, one finish, blocks balanced, nothing after the finish', async () => {
    await fc.assert(
      fc.asyncProperty(chain, async (scripts) => {
        const { parts, error } = await playChain(scripts);
        const index = commitsAt(scripts);
        const script = scripts[index];
        const expected = script === undefined ? '' : taggedDeltas(`m${index}`, script).join('');
        expect(textOf(parts)).toBe(expected);
        expect(error === undefined).toBe(index !== -1);
        const shown = error === undefined ? 1 : 0;
        expect([count(parts, 'stream-start'), count(parts, 'finish')]).toEqual([shown, shown]);
        expect(count(parts, 'text-start')).toBe(count(parts, 'text-end'));
        expect(count(parts, 'error')).toBe(
          script !== undefined && script.ending !== 'finish' ? 1 : 0,
        );
        expect([undefined, 'finish']).toContain(parts.at(-1)?.type);
      }),
      { numRuns: 60 },
    );
  });

  test('1 2 8 13: attempts are bounded, in order, as reported, and every one that started has ended', async () => {
    await fc.assert(
      fc.asyncProperty(chain, fc.integer({ min: 1, max: 6 }), async (scripts, maxAttempts) => {
        const { report, watched } = await playChain(scripts, { maxAttempts });
        const asked = report.attempts.filter(({ outcome }) => outcome !== 'skipped');
        expect(asked.length).toBeGreaterThan(0);
        expect(asked.length).toBeLessThanOrEqual(maxAttempts);
        expect(asked.map(({ candidateId }) => candidateId)).toEqual(watched.started);
        const firsts = [...new Set(watched.started)];
        expect(firsts).toEqual(firsts.toSorted());
        expect([...new Set(watched.ended)].toSorted()).toEqual(firsts.toSorted());
      }),
      { numRuns: 60 },
    );
  });

  test('7: exactly one outcome: who is told to have served is whose text ended well', async () => {
    await fc.assert(
      fc.asyncProperty(chain, async (scripts) => {
        const { report } = await playChain(scripts);
        const index = commitsAt(scripts);
        const wellEnded = index !== -1 && scripts[index]?.ending === 'finish';
        expect(report.served?.candidateId).toBe(wellEnded ? `m${index}` : undefined);
        expect(report.attempts.filter(({ outcome }) => outcome === 'served')).toHaveLength(
          wellEnded ? 1 : 0,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('12 14: an abort at any time is final and prompt; no timer and no listener is left', async () => {
    await fc.assert(
      fc.asyncProperty(chain, fc.nat(400), async (scripts, atMs) => {
        const controller = new AbortController();
        const { report, watched, clock } = await playChain(scripts, {}, { controller, atMs });
        await settle();
        const startedLate = report.attempts.filter(
          ({ outcome, startedAt }) =>
            outcome !== 'skipped' && Date.parse(startedAt) > Date.UTC(2026, 10, 25) + atMs,
        );
        expect(startedLate).toEqual([]);
        expect(clock.pending()).toBe(0);
        expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
        const unfinished = watched.started.filter(
          (id) => !watched.ended.includes(id) && !watched.aborted.includes(id),
        );
        expect(unfinished).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('16: the whole call ends within its total deadline', async () => {
    await fc.assert(
      fc.asyncProperty(
        chain,
        fc.integer({ min: 50, max: 500 }),
        async (scripts, totalTimeoutMs) => {
          const { report } = await playChain(scripts, { totalTimeoutMs, minAttemptMs: 10 });
          for (const { startedAt, durationMs } of report.attempts) {
            const endedMs = Date.parse(startedAt) - Date.UTC(2026, 10, 25) + durationMs;
            expect(endedMs).toBeLessThanOrEqual(totalTimeoutMs + 1);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('27: over one healthy model the stream is the model’s own, part by part', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryScript, async (script) => {
        const healthy = { ...script, ending: 'finish' as const, deltas: ['x', ...script.deltas] };
        const clock = createTestClock();
        const bare: LanguageModelV4StreamPart[] = [];
        const model = scripted('m0', healthy, clock, newWatched());
        const direct = Promise.resolve(model.doStream({ prompt })).then(({ stream }) =>
          drain(stream, (part) => bare.push(part)),
        );
        await clock.advance(100);
        await direct;
        expect((await playChain([healthy])).parts).toEqual(bare);
      }),
      { numRuns: 40 },
    );
  });
});

const kinds = fc.constantFrom<FaultKind>(
  { type: 'status', status: 429 },
  { type: 'status', status: 503 },
  { type: 'status', status: 404 },
  { type: 'status', status: 402 },
  { type: 'error-in-200', code: 502 },
  { type: 'sse-error', at: 'before-content' },
  { type: 'empty' },
  { type: 'no-choices' },
  { type: 'html' },
  { type: 'reset', at: 'before-content' },
  { type: 'finish-error' },
);

describe('properties on the wire', () => {
  test('the report’s attempts equal what the simulator saw, and some healthy model always answers', async () => {
    const ids = createSimulator()
      .catalog.models()
      .slice(0, 4)
      .map(({ id }) => id);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(kinds), { minLength: 4, maxLength: 4 }),
        fc.constantFrom('generate', 'stream'),
        async (faults, kind) => {
          const simulator = createSimulator({
            faults: faults.flatMap((fault, index) =>
              fault === null ? [] : [{ ...fault, model: ids[index] ?? '' }],
            ),
          });
          const openrouter = createOpenRouter({ apiKey: 'sk-or-test', fetch: simulator.fetch });
          const reports: CallReport[] = [];
          const model = createFallbackModel({
            models: ids.map((id) => ({ id, model: openrouter(id) })),
            failurePolicy: Object.fromEntries(
              (['rate-limited', 'overloaded', 'upstream-error', 'network'] as const).map((name) => [
                name,
                { retries: 0 },
              ]),
            ),
            events: { onCallEnd: ({ report }) => reports.push(report) },
          });
          const params = { prompt };
          const asked =
            kind === 'generate'
              ? Promise.resolve(model.doGenerate(params)).then(() => true)
              : Promise.resolve(model.doStream(params))
                  .then(({ stream }) => drain(stream))
                  .then(() => true);
          const answered = await asked.catch(() => false);
          expect(answered).toBe(faults.includes(null));
          expect(reports[0]?.attempts.map(({ candidateId }) => candidateId)).toEqual(
            simulator.requests().map(({ modelAsked }) => modelAsked),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
