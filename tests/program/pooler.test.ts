import { describe, expect, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../server/db/client.ts';
import { expectEachOnce, programsFor, unsettled } from '../support/crash-world.ts';
import { eventually } from '../support/eventually.ts';
import { insertReminders } from '../support/many-reminders.ts';
import { pgbouncer, startPooler } from '../support/pooler.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { startStandIn } from '../support/telegram-stand-in.ts';

/** Where PgBouncer is not installed this cannot be tried; CI demands it, as it demands PostgreSQL. */
const possible = Boolean(pgbouncer || process.env.REQUIRE_POSTGRES);

describe.runIf(possible)('two instances behind a pooler in transaction mode', () => {
  it('migrate, set the webhook and send each reminder once', async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    const direct = await server.create('pooled');
    const pooled = await startPooler(direct);
    const standIn = await startStandIn();
    onTestFinished(() => standIn.close());
    const { start } = await programsFor(standIn, {
      ...{ DATABASE_URL: pooled, DATABASE_DIRECT_URL: direct, PUBLIC_URL: 'http://one.example.org' },
    });
    const programs = await Promise.all([start(), start()]);
    expect(standIn.calls('setWebhook')).toBe(1);
    const { db, close } = await openPostgres(direct);
    onTestFinished(close);
    await insertReminders(db, { count: 300, dueAt: "now() + interval '1 second'" });
    await eventually(async () => (await unsettled(db)) === 0, { seconds: 60 });
    expect(standIn.sent).toHaveLength(300);
    expectEachOnce(standIn.sent, 300);
    for (const program of programs) expect(program.output()).not.toMatch(/"level":(50|60)/);
  }, 120_000);
});
