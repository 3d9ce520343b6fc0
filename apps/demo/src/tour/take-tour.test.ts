import { readFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { simulatedBackend } from '../backend/simulated-backend.ts';
import { tourFigure } from '../figure/tour-figure.ts';
import type { Visit } from './take-stop.ts';
import { takeTour } from './take-tour.ts';

const root = new URL('../../../../', import.meta.url);
const run = promisify(execFile);

async function tour(): Promise<Visit[]> {
  const backend = simulatedBackend({ seed: 1, hasKey: false, speed: Number.POSITIVE_INFINITY });
  const visits: Visit[] = [];
  for await (const visit of takeTour({ backend, abortSignal: new AbortController().signal }))
    visits.push(visit);
  return visits;
}

/** Runs the demo's command line. */
function demo(...args: string[]): ReturnType<typeof run> {
  return run(
    process.execPath,
    ['--conditions=@tierwise/source', 'apps/demo/src/main.ts', ...args],
    {
      cwd: root,
      env: { ...process.env, OPENROUTER_API_KEY: '', NO_COLOR: '1' },
    },
  );
}

describe('the tour', () => {
  it('routes ten calls to different tiers, recovers two failures and knows every cost', async () => {
    const visits = await tour();
    const steps = visits.flatMap((visit) => visit.steps);
    const tiers = new Set(steps.map(({ decision }) => decision.tier));
    expect(visits).toHaveLength(10);
    expect(tiers.size).toBeGreaterThanOrEqual(4);
    expect(
      steps.flatMap(({ attempts }) => attempts).filter(({ outcome }) => outcome === 'failed'),
    ).toHaveLength(2);
    for (const { cost, simulated } of steps)
      expect({ usd: cost.usd, simulated }).toEqual({ usd: expect.any(String), simulated: true });
  });

  it('is drawn in the README as it is today (else run: pnpm figures)', async () => {
    expect(await tourFigure()).toBe(readFileSync(new URL('docs/images/tour.svg', root), 'utf8'));
  });
});

describe('the command', () => {
  it(
    'prints the tour, marks each bill as simulated and ends with 0',
    { timeout: 60_000 },
    async () => {
      const { stdout } = await demo();
      const bills = String(stdout)
        .split('\n')
        .filter((line) => /^ {0,3}paid /.test(line));
      expect(bills).toHaveLength(11);
      for (const bill of bills) expect(bill).toContain('SIMULATED');
    },
  );

  it('explains itself with --help', async () => {
    expect((await demo('--help')).stdout).toContain('Usage: pnpm demo');
  });

  it('refuses --live without a key, and says where to get one', async () => {
    await expect(demo('--live')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('OPENROUTER_API_KEY'),
    });
  });

  it('refuses a flag it does not know', async () => {
    await expect(demo('--lvie')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--lvie'),
    });
  });
});
