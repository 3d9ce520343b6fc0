import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { fixedHedgeDelay } from '@tierwise/fallback-middleware';
import { compareUsd, estimateCost } from '@tierwise/pricing';
import { describeCall } from '@tierwise/selector';
import { createLearner } from '@tierwise/selector/learn';
import { generateText } from 'ai';
import { describe, expect, it } from 'vitest';
import { createTierwise, type TierwiseMetadata, tierwiseMetadata } from './index.ts';
import { type ServedSimulator, serveSimulator } from './testing/serve-simulator.ts';
import { EASY, HARD, wrapped } from './testing/wrapped-model.ts';

/** Far more than every attempt at EASY together. */
const NOT_BINDING = '1';
const MOST_TOKENS = 1000;

async function failing(
  served: ServedSimulator,
  maxCostUsd: string,
  options: Parameters<typeof wrapped>[1] = {},
): Promise<TierwiseMetadata> {
  const failure: unknown = await generateText({
    model: wrapped(served, options),
    prompt: EASY,
    maxOutputTokens: MOST_TOKENS,
    providerOptions: { tierwise: { maxCostUsd } },
  }).catch((error: unknown) => error);
  const metadata = tierwiseMetadata(failure);
  if (metadata === undefined) throw failure;
  return metadata;
}

describe('maxCostUsd', () => {
  it('stops further attempts whose estimates would go beyond it together, and reports them as skipped', async () => {
    const served = await serveSimulator({ faults: [{ type: 'cut', at: 'before-content' }] });
    const free = await failing(served, NOT_BINDING);
    expect(free.attempts.filter(({ outcome }) => outcome === 'failed').length).toBeGreaterThan(2);
    const before = served.simulator.requests().length;
    const tight = await failing(served, worstOf(EASY, MOST_TOKENS, free.decision.candidates));
    expect(served.simulator.requests().length - before).toBeLessThan(free.attempts.length);
    const skipped = tight.attempts.filter(({ outcome }) => outcome === 'skipped');
    expect(skipped.length).toBeGreaterThan(0);
    for (const { reason, cost } of skipped) {
      expect(reason).toMatch(/up to \$[\d.]+ on top of \$[\d.]+ > \$/);
      expect(cost).toEqual({ usd: '0', source: 'computed' });
    }
  });

  it('leaves attempts alone that OpenRouter bills nothing for', async () => {
    const served = await serveSimulator({ faults: [{ type: 'status', status: 503 }] });
    const free = await failing(served, NOT_BINDING);
    const tight = await failing(
      await serveSimulator({ faults: [{ type: 'status', status: 503 }] }),
      worstOf(EASY, MOST_TOKENS, free.decision.candidates),
    );
    expect(tight.attempts.map(({ outcome }) => outcome)).toEqual(
      free.attempts.map(({ outcome }) => outcome),
    );
  });

  it('does not ask the same model again when that might go beyond it', async () => {
    const served = await serveSimulator({ faults: [{ type: 'cut', at: 'before-content' }] });
    const free = await failing(served, NOT_BINDING, { maxCandidates: 1 });
    expect(free.attempts.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
    const tight = await failing(served, worstOf(EASY, MOST_TOKENS, free.decision.candidates), {
      maxCandidates: 1,
    });
    expect(tight.attempts).toMatchObject([
      { outcome: 'failed' },
      { outcome: 'skipped', reason: expect.stringContaining('on top of') },
    ]);
    expect(served.simulator.requests()).toHaveLength(3);
  });

  it('serves an answer unchecked that no other model could replace any more', async () => {
    const served = await serveSimulator();
    const learner = createLearner();
    const answer = async (maxCostUsd: string): Promise<TierwiseMetadata | undefined> => {
      const { providerMetadata } = await generateText({
        // Cut answers are what the local checks find in anything the simulator writes.
        model: wrapped(served, { escalate: true, learner, maxCandidates: 2 }),
        prompt: HARD,
        maxOutputTokens: 5,
        providerOptions: { tierwise: { maxCostUsd } },
      });
      return tierwiseMetadata(providerMetadata);
    };
    const free = await answer(NOT_BINDING);
    expect(free?.attempts.map(({ outcome }) => outcome)).toEqual(['failed', 'served']);
    const learned = JSON.stringify(learner.state());
    const tight = await answer(worstOf(HARD, 5, free?.decision.candidates ?? []));
    expect(tight?.attempts.map(({ outcome }) => outcome)).toEqual(['served']);
    expect(JSON.stringify(learner.state())).toBe(learned);
  });

  it('counts an attempt that still runs, so that no hedge goes beyond it', async () => {
    const served = await serveSimulator({ faults: [{ type: 'slow-headers', ms: 300 }] });
    const hedged = async (maxCostUsd: string): Promise<TierwiseMetadata | undefined> => {
      const { providerMetadata } = await generateText({
        model: wrapped(served, { fallback: { hedge: { delay: fixedHedgeDelay(10) } } }),
        prompt: EASY,
        maxOutputTokens: MOST_TOKENS,
        providerOptions: { tierwise: { maxCostUsd } },
      });
      return tierwiseMetadata(providerMetadata);
    };
    const free = await hedged(NOT_BINDING);
    expect(served.simulator.requests()).toHaveLength(2);
    const first = free?.decision.candidates.slice(0, 1) ?? [];
    const tight = await hedged(worstOf(EASY, MOST_TOKENS, first));
    expect(tight?.served?.modelId).toBe(first[0]?.modelId);
    expect(served.simulator.requests()).toHaveLength(3);
  });

  it("asks the user's own gate and hooks, too", async () => {
    const served = await serveSimulator();
    const { candidates } = createTierwise({ provider: served.provider }).plan({
      prompt: [{ role: 'user', content: EASY }],
    });
    const begun: string[] = [];
    const { providerMetadata } = await generateText({
      model: wrapped(served, {
        policy: { maxCostUsd: NOT_BINDING },
        fallback: {
          gate: ({ id }) => (id === candidates[0]?.modelId ? { skip: 'not today' } : undefined),
          events: { onAttempt: ({ candidateId }) => begun.push(candidateId) },
        },
      }),
      prompt: EASY,
    });
    const metadata = tierwiseMetadata(providerMetadata);
    expect(metadata?.attempts[0]).toMatchObject({ outcome: 'skipped', reason: 'not today' });
    expect(begun).toEqual([metadata?.served?.modelId]);
    expect(compareUsd(metadata?.cost.usd ?? '9', NOT_BINDING)).toBeLessThan(0);
  });

  it('does not ask the wrapped model, whose price nobody knows', async () => {
    const served = await serveSimulator({ faults: [{ type: 'status', status: 503 }] });
    const { attempts } = await failing(served, NOT_BINDING, { lastResort: 'wrapped' });
    expect(attempts).toContainEqual(
      expect.objectContaining({
        modelId: 'openrouter/auto',
        outcome: 'skipped',
        reason: 'its price is not known, and a maximum was set',
      }),
    );
  });
});

/** A maximum with room for the dearest of the models once, so for none of them twice in the worst case. */
function worstOf(
  prompt: string,
  maxOutputTokens: number,
  candidates: readonly { readonly modelId: string }[],
): string {
  const { inputTokens, outputTokens } = describeCall({
    prompt: [{ role: 'user', content: prompt }],
    maxOutputTokens,
  });
  const worst = candidates.map(({ modelId }) =>
    estimateCost({
      model: bundledCatalog().resolve(modelId).model,
      inputTokens: inputTokens.p95,
      outputTokens: outputTokens.p95,
    }),
  );
  return (
    worst
      .flatMap((usd) => usd ?? [])
      .toSorted(compareUsd)
      .at(-1) ?? ''
  );
}
