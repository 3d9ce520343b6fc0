/** Returns the current time in milliseconds since the Unix epoch. */
export type Clock = () => number;

/** Resolves after `ms` milliseconds; rejects with the signal's reason when it aborts first. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;
