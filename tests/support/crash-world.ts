import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished } from 'vitest';
import type { Db } from '../../server/db/client.ts';
import { scheduledReminders } from '../../server/db/schema.ts';
import { type AppProcess, choosePlace, type Environment, startProgram } from './app-process.ts';
import type { SentMessage, StandIn } from './telegram-stand-in.ts';

/** Faster than Telegram allows, so that thousands of messages take seconds. */
const sendRate = '400';

/** Starts programs against one stand-in; what still runs when the test ends is stopped. */
export async function programsFor(standIn: StandIn, environment: Environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-crash-'));
  const running = new Set<AppProcess>();
  onTestFinished(async () => {
    await Promise.all([...running].map((program) => program.stop('SIGKILL')));
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    /** One more program; `own` is its part of the environment. */
    async start(own: Environment = {}): Promise<AppProcess> {
      const place = await choosePlace(join(folder, 'data'));
      const bot = { BOT_TOKEN: standIn.token, TELEGRAM_API_ROOT: standIn.url, PUBLIC_URL: place.appUrl };
      const program = await startProgram({
        ...place.env,
        ...bot,
        SEND_RATE: sendRate,
        ...environment,
        ...own,
      });
      running.add(program);
      return program;
    },
  };
}

const nameIn = /Lead (\d+)/g;
const leadsIn = (messages: SentMessage[]) =>
  messages.flatMap(({ text }) => [...text.matchAll(nameIn)].map(([name]) => name));

/** The reminder messages; the others tell of reminders that nobody could confirm. */
export const remindersIn = (messages: SentMessage[]) => messages.filter(({ text }) => text.startsWith('🔔'));

/** The promise: no reminder message twice, and each of the `count` steps heard of. */
export function expectEachOnce(messages: SentMessage[], count: number): void {
  const reminded = leadsIn(remindersIn(messages));
  expect(reminded.filter((name, index) => reminded.indexOf(name) !== index)).toEqual([]);
  const heard = new Set(leadsIn(messages));
  expect(Array.from({ length: count }, (_, i) => `Lead ${i + 1}`).filter((name) => !heard.has(name))).toEqual(
    [],
  );
}

/** How many reminders are neither sent nor known to be over. */
export const unsettled = (db: Db): Promise<number> =>
  db.$count(scheduledReminders, sql`status <> 'sent' or claimed_by is not null`);
