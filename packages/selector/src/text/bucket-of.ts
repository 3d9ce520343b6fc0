/** Places of the hashed word features, and of the weights that go with them. */
export const BUCKETS = 4096;

/** The bucket of a hash. The upper bits are mixed in, because FNV-1a leaves the lowest ones poor. */
export function bucketOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}
