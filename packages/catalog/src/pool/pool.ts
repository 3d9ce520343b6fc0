/** What models are grouped by when someone asks for a kind of model instead of an id. */
export const POOLS = ['SMALL', 'LARGE', 'CODE', 'VISION'] as const;

export type Pool = (typeof POOLS)[number];
