import type { Clock } from './clock.ts';
import type { Db } from './db/client.ts';
import type { Log } from './log.ts';
import type { Model } from './model/port.ts';
import type { Wake } from './wake.ts';

/**
 * What app.ts hands to the code that Next.js evaluates. Next bundles its own copy of every module, so nothing in a
 * module's scope is shared; `globalThis` is. Plain handles only: `instanceof` fails across that border.
 */
export type Runtime = {
  db: Db;
  clock: Clock;
  log: Log;
  /** Tells the workers in this process that rows wait for them. */
  wake: Wake;
  /** The pollers of this process and how their last runs ended, for the settings screen. */
  pollers(): { name: string; lastTick: Date | null; ok: boolean }[];
  /** What is known of the language model; it is asked by the workers. */
  model: Pick<Model, 'name' | 'sees' | 'hears'>;
  /** How often a day it may be asked for one person. */
  modelDailyLimit: number;
  /** The bot's name, without "@". */
  botUsername: string;
  /** Validates initData and, derived, signs our session tokens. */
  botToken: string;
  /** Origin of the page that frames the Mini App when it is not Telegram's own (the simulator), else null. */
  frameOrigin: string | null;
};

const key = Symbol.for('followthrough.runtime');
type Holder = { [key]?: Runtime };

/** Publishes the runtime; called once, by app.ts (and by tests). */
export function setRuntime(runtime: Runtime): void {
  (globalThis as Holder)[key] = runtime;
}

/** The runtime of this process. Throws when the program was not started by server/main.ts. */
export function getRuntime(): Runtime {
  const runtime = (globalThis as Holder)[key];
  if (!runtime) throw new Error('Followthrough runs inside its own server: start it with "npm start".');
  return runtime;
}
