const chains = new WeakSet<object>();

/** Marks a finished chain, which has as many keys and hosts as candidates: inside another chain it is an account of its own. */
export function markChain<M extends object>(model: M): M {
  chains.add(model);
  return model;
}

/** Whether a model is a chain of ours. */
export function isChain(model: object): boolean {
  return chains.has(model);
}
