/** A type whose fields may be set one after the other, while it is being built. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };
