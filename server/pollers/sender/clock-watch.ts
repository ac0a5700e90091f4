import type { Clock } from '../../clock.ts';

/** Less than this is a clock that is kept right, not one that was put right. */
const noticeableMs = 60_000;

/** A function that says whether the clock went back, against the one that only ever runs, since it was last asked. */
export function watchClock(clock: Clock): () => boolean {
  const ahead = () => clock.now().getTime() - performance.now();
  let before = ahead();
  return () => {
    const now = ahead();
    const wentBack = before - now > noticeableMs;
    before = now;
    return wentBack;
  };
}
