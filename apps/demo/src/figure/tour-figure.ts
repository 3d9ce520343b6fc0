import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { simulatedBackend } from '../backend/simulated-backend.ts';
import { describeRow, TOUR_COLUMNS } from '../print/tour-table.ts';
import { describeTotals } from '../print/tour-totals.ts';
import type { Visit } from '../tour/take-stop.ts';
import { takeTour } from '../tour/take-tour.ts';
import { renderTableSvg } from './render-table-svg.ts';

const SEED = 1;

/** The tour's table as an SVG. The same catalogue and seed give the same picture. */
export async function tourFigure(): Promise<string> {
  const backend = simulatedBackend({ seed: SEED, hasKey: false, speed: Number.POSITIVE_INFINITY });
  const visits: Visit[] = [];
  for await (const visit of takeTour({ backend, abortSignal: new AbortController().signal }))
    visits.push(visit);
  const [work, money] = describeTotals(visits);
  return renderTableSvg({
    title: 'Ten calls through one wrapped model (simulated)',
    description: `${work}. ${money}.`,
    columns: TOUR_COLUMNS,
    rows: visits.map(describeRow),
    notes: [
      work,
      money,
      `SIMULATED: no real model ran. Bundled catalogue of ${bundledCatalog().asOf}, simulator seed ${SEED}. Drawn by pnpm figures.`,
    ],
  });
}
