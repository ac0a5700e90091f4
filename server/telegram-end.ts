import { join } from 'node:path';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './env.ts';
import type { Log } from './log.ts';
import type { ModelProvider } from './model/config.ts';

/** The other end of the line: Telegram itself, or the simulator in its place. */
export type TelegramEnd = {
  token: string;
  apiRoot: string;
  clock: Clock;
  /** The simulator's address, to be printed; null with real Telegram. */
  simulatorUrl: string | null;
  /** The simulator's stand-in for a language model; null with real Telegram. */
  standInModel: ModelProvider | null;
  close(): Promise<void>;
};

/** What the simulator asks of the program, which starts after it. */
export type SimulatorHooks = { nextDueAt(): Promise<Date | null>; runPollers(): Promise<void> };

/** Starts the simulator when there is no token. With one, its code is not even loaded. */
export async function openTelegramEnd(config: Config, log: Log, hooks: SimulatorHooks): Promise<TelegramEnd> {
  const { bot } = config;
  if (bot.mode !== 'simulator') {
    return {
      token: bot.token,
      apiRoot: bot.apiRoot,
      clock: systemClock,
      simulatorUrl: null,
      standInModel: null,
      close: async () => {},
    };
  }
  const { startSimulator } = await import('./simulator/index.ts');
  const simulator = await startSimulator({
    port: bot.simulatorPort,
    stateFile: join(config.dataDir, 'simulator.json'),
    log,
    ...hooks,
  });
  return {
    token: simulator.botToken,
    apiRoot: simulator.url,
    clock: simulator.clock,
    simulatorUrl: simulator.url,
    standInModel: simulator.model,
    close: () => simulator.close(),
  };
}
