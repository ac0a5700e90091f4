import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createHeartbeat } from '../../server/pollers/heartbeat.ts';
import { createPollers, type PollerDeps } from '../../server/pollers/index.ts';
import { type BotWorld, neverByItself } from './bot-world.ts';

/** A second process on the database of that world: pollers of its own, a sender of its own. `tick` runs one of them. */
export async function anotherInstance(world: BotWorld, change: Partial<PollerDeps> = {}) {
  const deps = { ...world.deps, instance: randomUUID(), ...change };
  const heartbeat = createHeartbeat(deps);
  const pollers = createPollers({ ...deps, heartbeat }, neverByItself);
  await heartbeat.run();
  onTestFinished(async () => {
    await Promise.all(pollers.map((poller) => poller.stop()));
  });
  return {
    async tick(name: string): Promise<void> {
      const poller = pollers.find((one) => one.name === name);
      await poller?.tick();
      await poller?.idle();
    },
  };
}
