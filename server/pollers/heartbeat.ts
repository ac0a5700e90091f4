import { beat, beatMs, leave } from '../instances/instances.ts';
import { takeOverFromTheDead } from '../reminders/take-over.ts';
import type { BotDeps } from '../telegram/context.ts';

export type Heartbeat = {
  /** Says that this process lives, and takes over what the dead had in flight. */
  run(): Promise<void>;
  /** False when the others may think that this process is dead: then it must not send what it claimed before. */
  isFresh(): boolean;
  /** The process ends, and has nothing in flight any more. */
  end(): Promise<void>;
};

/** Three beats that did not get through; the others wait for four. */
const freshMs = 3 * beatMs;

export function createHeartbeat({ db, clock, wake, log, instance }: BotDeps): Heartbeat {
  let lastBeat = Number.NEGATIVE_INFINITY;
  return {
    async run() {
      const begun = performance.now();
      await beat(db, instance);
      lastBeat = begun;
      const taken = await takeOverFromTheDead(db, clock.now());
      if (taken === 0) return;
      log.warn({ reminders: taken }, 'taken over from an instance that died in the middle of sending');
      wake.notify('reminders');
    },
    isFresh: () => performance.now() - lastBeat < freshMs,
    end: () => leave(db, instance),
  };
}
