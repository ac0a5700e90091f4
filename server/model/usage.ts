import { and, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { modelUsage } from '../db/schema.ts';
import type { Tokens } from './port.ts';

/** The row of all together; nobody's Telegram id. */
const everybody = 0;
const keepMs = 90 * 24 * 60 * 60_000;
const utcDay = (now: Date) => now.toISOString().slice(0, 10);

type Limits = { dailyLimit: number; dailyLimitTotal: number };

/**
 * Counts a call that is about to be made. One statement, so that calls at the same moment cannot pass a limit together.
 * @returns whose limit is used up for this UTC day, and the call must not be made; null when it may be.
 */
export async function countCall(
  db: Db,
  { userId, now, dailyLimit, dailyLimitTotal }: { userId: number; now: Date } & Limits,
): Promise<'person' | 'everybody' | null> {
  const day = sql`${utcDay(now)}::date`;
  // At the limit of all the person's own row has grown by one too, which matters to nobody: that day is over.
  const person = db.$with('person', { who: modelUsage.who }).as(sql`
    insert into model_usage (day, who, calls) values (${day}, ${userId}, 1)
    on conflict (day, who) do update set calls = model_usage.calls + 1 where model_usage.calls < ${dailyLimit}
    returning who`);
  const all = db.$with('everyone', { who: modelUsage.who }).as(sql`
    insert into model_usage (day, who, calls) select ${day}, ${everybody}, 1 from person
    on conflict (day, who) do update set calls = model_usage.calls + 1 where model_usage.calls < ${dailyLimitTotal}
    returning who`);
  const [counted] = await db
    .with(person, all)
    .select({
      person: sql`exists (select from person)`.mapWith(Boolean),
      all: sql`exists (select from everyone)`.mapWith(Boolean),
    })
    .from(sql`(select 1) as one`);
  if (!counted?.person) return 'person';
  return counted.all ? null : 'everybody';
}

/**
 * Adds what a counted call has cost. One row after the other, each on its own: a statement that locks both in an order
 * of its own, and a call that is being counted, would wait for each other.
 */
export async function addTokens(
  db: Db,
  { userId, now, tokens }: { userId: number; now: Date; tokens: Tokens },
): Promise<void> {
  for (const who of [userId, everybody])
    await db
      .update(modelUsage)
      .set({
        tokensIn: sql`${modelUsage.tokensIn} + ${tokens.in}`,
        tokensOut: sql`${modelUsage.tokensOut} + ${tokens.out}`,
      })
      .where(and(eq(modelUsage.day, utcDay(now)), eq(modelUsage.who, who)));
}

/** Older counts are of no use any more. */
export async function forgetOldUsage(db: Db, now: Date): Promise<void> {
  await db.delete(modelUsage).where(lt(modelUsage.day, utcDay(new Date(now.getTime() - keepMs))));
}
