/**
 * Makes a value on the first call and keeps it. Writing amounts out takes longer than computing them, and a cost that is
 * only added up needs none of its lines.
 */
export function lazily<Value>(create: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: create() };
    return made.value;
  };
}
