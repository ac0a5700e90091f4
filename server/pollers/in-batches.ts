/** Messages under way at once. */
const size = 20;

/**
 * Claims up to 20 and handles them at once, again and again: until a look finds fewer, one of them says "stop", or the
 * program stops. `looked` counts what was found due, whether it was claimed or put off.
 */
export async function inBatches<One>(
  stopping: AbortSignal,
  claim: (limit: number) => Promise<{ looked: number; claimed: One[] }>,
  handle: (one: One) => Promise<'next' | 'stop'>,
): Promise<void> {
  while (!stopping.aborted) {
    const { looked, claimed } = await claim(size);
    const outcomes = await Promise.all(claimed.map(handle));
    if (looked < size || outcomes.includes('stop')) return;
  }
}
