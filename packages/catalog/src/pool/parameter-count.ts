/**
 * The parameters that a model's id states, in billions: 27 of `gemma-3-27b-it`, 0.3 of `ernie-0.3b`. For a mixture of
 * experts (`qwen3-30b-a3b`) the whole counts, not the active part. `null` when it states none.
 */
export function parameterCount(id: string): number | null {
  const counts = [...id.toLowerCase().matchAll(/(?<![a-z0-9.])(\d+(?:\.\d+)?)b(?![a-z0-9])/g)].map(
    (match) => Number(match[1]),
  );
  return counts.length === 0 ? null : Math.max(...counts);
}
