/** Reads a property of anything; getters and proxies that throw count as absent, because the classifier must be total. */
export function readProperty(value: unknown, key: string | symbol): unknown {
  if (!isIndexable(value)) return undefined;
  try {
    return value[key];
  } catch {
    return undefined;
  }
}

function isIndexable(value: unknown): value is Readonly<Record<string | symbol, unknown>> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** A property that is a string, else undefined. */
export function readString(value: unknown, key: string): string | undefined {
  const found = readProperty(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** A property that is a finite number, else undefined. */
export function readNumber(value: unknown, key: string): number | undefined {
  const found = readProperty(value, key);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

/** A property that is an object (arrays included), else undefined. */
export function readObject(value: unknown, key: string): object | undefined {
  const found = readProperty(value, key);
  return typeof found === 'object' && found !== null ? found : undefined;
}

/** The strings in an array property; everything else in it is left out. */
export function readStrings(value: unknown, key: string): string[] {
  const found = readProperty(value, key);
  try {
    return Array.isArray(found) ? found.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
