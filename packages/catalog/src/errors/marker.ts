/** Marks an error as one of a class, so that it is known across several copies of this package in one program. */
export function mark(error: Error, marker: symbol): void {
  Object.defineProperty(error, marker, { value: true });
}

/** Whether `value` carries the marker. */
export function hasMarker(value: unknown, marker: symbol): boolean {
  return typeof value === 'object' && value !== null && Reflect.get(value, marker) === true;
}
