import { describe, expect, it } from 'vitest';
import { together } from '../../server/telegram/together.ts';

/** Doubles numbers, and remembers which were asked for together. */
function doubler() {
  const batches: number[][] = [];
  const double = together(async (numbers: number[]) => {
    batches.push(numbers);
    if (numbers.includes(13)) throw new Error('unlucky');
    return numbers.map((number) => number * 2);
  });
  return { batches, double };
}

describe('calls made together', () => {
  it('give each its own answer, and alone none waits for another', async () => {
    const { batches, double } = doubler();
    expect(await double(1)).toBe(2);
    expect(await double(2)).toBe(4);
    expect(batches).toEqual([[1], [2]]);
  });

  it('gather what comes while one is under way', async () => {
    const { batches, double } = doubler();
    expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8]);
    expect(batches).toEqual([[1], [2, 3, 4]]);
  });

  it('are at most a hundred at a time', async () => {
    const { batches, double } = doubler();
    const numbers = Array.from({ length: 250 }, (_, index) => 1000 + index);
    expect(await Promise.all(numbers.map(double))).toEqual(numbers.map((number) => number * 2));
    expect(batches.map(({ length }) => length)).toEqual([1, 100, 100, 49]);
  });

  it('fail together, and the next ones work', async () => {
    const { double } = doubler();
    const [first, ...rest] = await Promise.allSettled([1, 13, 3].map(double));
    expect(first).toMatchObject({ value: 2 });
    expect(rest).toMatchObject([{ reason: new Error('unlucky') }, { reason: new Error('unlucky') }]);
    expect(await double(4)).toBe(8);
  });
});
