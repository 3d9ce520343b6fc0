/** What models are grouped by when someone asks for a kind of model instead of an id. */
export const POOLS = ['SMALL', 'LARGE', 'CODE', 'VISION'] as const;

/** A kind of model: cheap and quick, able, for code, for images. */
export type Pool = (typeof POOLS)[number];
