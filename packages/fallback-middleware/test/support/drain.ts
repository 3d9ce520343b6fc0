/** Reads a stream to its end; `onItem` sees each item as it comes. */
export async function drain<T>(
  stream: ReadableStream<T>,
  onItem: (item: T) => void = () => undefined,
): Promise<void> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onItem(value);
  }
}
