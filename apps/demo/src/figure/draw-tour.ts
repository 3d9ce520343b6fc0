/** Takes the tour on the simulator and draws its table into `docs/images/tour.svg`: `pnpm figures`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tourFigure } from './tour-figure.ts';

const directory = new URL('../../../../docs/images/', import.meta.url);
mkdirSync(directory, { recursive: true });
writeFileSync(new URL('tour.svg', directory), await tourFigure());
