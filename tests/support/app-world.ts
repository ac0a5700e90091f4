import { issueSessionToken } from '../../server/auth/session-token.ts';
import type { Db } from '../../server/db/client.ts';
import {
  activities,
  acts,
  briefings,
  captures,
  chatMessages,
  leads,
  planRequests,
  planSteps,
  plans,
  planTemplates,
  playbooks,
  proposals,
  scheduledReminders,
  testReminders,
  users,
} from '../../server/db/schema.ts';
import { noModel } from '../../server/model/port.ts';
import { setRuntime } from '../../server/runtime.ts';
import type { PollerState } from '../../server/views/delivery-proof.ts';
import { createWake } from '../../server/wake.ts';
import { frozenClock } from './frozen-clock.ts';
import { keepLog } from './log.ts';
import { monday } from './people.ts';

/** A token shaped like Telegram's; nobody's. */
export const botToken = '7000000001:AAexampleexampleexampleexampleexam';

/** What main.ts hands to the Mini App's server side, for one test: real rows, a clock the test moves, a log it reads. */
export function openAppWorld(db: Db, now = monday, pollers: PollerState[] = []) {
  const clock = frozenClock(now);
  const { log, lines } = keepLog();
  const wake = createWake();
  const woken: string[] = [];
  for (const topic of ['plan-requests', 'captures', 'chat-refresh'] as const)
    wake.on(topic, () => woken.push(topic));
  setRuntime({
    db,
    clock,
    log,
    wake,
    model: noModel,
    modelDailyLimit: 50,
    botToken,
    botUsername: 'test_bot',
    frameOrigin: null,
    pollers: () => pollers,
  });
  return {
    clock,
    lines,
    wake,
    woken,
    tokenOf: (userId: number) => issueSessionToken(userId, botToken, clock.now()),
  };
}

const tables = {
  ...{ users, leads, plans, planSteps, scheduledReminders, planRequests, activities, chatMessages },
  ...{ acts, testReminders, briefings, captures, proposals, playbooks, planTemplates },
};

/** Every row of every table that a person's act may change, to see that it changed nothing. */
export async function everyRow(db: Db): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const [name, table] of Object.entries(tables)) rows[name] = await db.select().from(table);
  return rows;
}

/** Words that only the inside of the program knows; no answer may hold one. */
export const insides =
  /\bselect\b|\binsert\b|\bupdate\b.*\bset\b|node_modules|\.ts:|at [\w.<> ]+ \((?:file:|node:|\/)|Error:|\$1|params:/i;
