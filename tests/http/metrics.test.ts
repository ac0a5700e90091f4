import { createServer } from 'node:http';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Db } from '../../server/db/client.ts';
import { metricsHandler } from '../../server/http/metrics.ts';
import { createMeter } from '../../server/meter.ts';
import { createTroubles } from '../../server/troubles.ts';
import { openMemoryDatabase, openTestDatabase } from '../support/database.ts';
import { frozenClock, minutes } from '../support/frozen-clock.ts';
import { keepLog, silentLog } from '../support/log.ts';
import { makeLead, makeUser, monday } from '../support/people.ts';
import { later } from '../support/rows.ts';
import { serve } from '../support/serve.ts';

const database = openTestDatabase();
const token = 'the-token-of-the-operator';
const authorization = `Bearer ${token}`;

type Options = { db?: Db; token?: string | null; pollers?: Parameters<typeof metricsHandler>[0]['pollers'] };

async function openMetrics(options: Options = {}) {
  const { log, lines } = keepLog();
  const meter = createMeter();
  const clock = frozenClock(monday);
  const troubles = createTroubles(silentLog);
  const handle = metricsHandler({
    ...{ db: database.db, token, pollers: [] },
    ...options,
    meter,
    clock,
    troubles,
    log,
  });
  const url = await serve(createServer((request, response) => void handle(request, response)));
  const get = (headers: Record<string, string> = { authorization }, method = 'GET') =>
    fetch(url, { method, headers });
  /** Every sample of a scrape by its name and labels, as written. */
  async function scrape(): Promise<Record<string, number>> {
    const lines = (await (await get()).text())
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    return Object.fromEntries(
      lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.match(/\S+$/)?.[0])]),
    );
  }
  return { get, scrape, meter, clock, troubles, lines };
}

describe('GET /metrics', () => {
  it('does not exist without METRICS_TOKEN', async () => {
    const { get } = await openMetrics({ token: null });
    expect((await get()).status).toBe(404);
    expect((await get({ authorization: 'Bearer null' })).status).toBe(404);
  });

  it.each([
    ['no token', {}],
    ['a wrong one', { authorization: `${authorization}x` }],
    ['an empty one', { authorization: 'Bearer ' }],
    ['one in another case', { authorization: `Bearer ${token.toUpperCase()}` }],
    ['another scheme', { authorization: `Basic ${token}` }],
    ['the bare token', { authorization: token }],
  ])('is 401 with %s, says what is missing and tells nothing', async (_, headers: Record<string, string>) => {
    const response = await (await openMetrics()).get(headers);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.text()).toBe('');
  });

  it.each(['POST', 'HEAD', 'PUT', 'DELETE'])('is 405 to %s', async (method) => {
    const response = await (await openMetrics()).get({ authorization }, method);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
  });

  it('is Prometheus’ text with the token, whatever the case of "Bearer"', async () => {
    const { get } = await openMetrics();
    for (const scheme of ['Bearer', 'bearer']) {
      const response = await get({ authorization: `${scheme} ${token}` });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.text()).toContain('# TYPE followthrough_reminders_due gauge\n');
    }
  });
});

describe('what is counted', () => {
  it('is there from the start, at zero', async () => {
    const samples = await (await openMetrics()).scrape();
    expect(samples).toMatchObject({
      'followthrough_reminders_sent_total{kind="digest"}': 0,
      'followthrough_messages_sent_total{kind="test"}': 0,
      followthrough_reminders_late_total: 0,
      followthrough_reminder_lateness_seconds_count: 0,
      'followthrough_send_failures_total{cause="unauthorized"}': 0,
    });
  });

  it('is every message by kind, and the reminders it told of', async () => {
    const { meter, scrape } = await openMetrics();
    meter.sent('reminder', 1, 0);
    meter.sent('reminder', 1, 0);
    meter.sent('digest', 5, 0);
    expect(await scrape()).toMatchObject({
      'followthrough_messages_sent_total{kind="reminder"}': 2,
      'followthrough_reminders_sent_total{kind="reminder"}': 2,
      'followthrough_messages_sent_total{kind="digest"}': 1,
      'followthrough_reminders_sent_total{kind="digest"}': 5,
    });
  });

  it('is how late they left; more than a minute counts as late', async () => {
    const { meter, scrape } = await openMetrics();
    meter.sent('reminder', 1, -5);
    meter.sent('reminder', 1, 60_000);
    meter.sent('digest', 3, 60_001);
    meter.sent('catch-up', 1, 90_000_000);
    expect(await scrape()).toMatchObject({
      followthrough_reminders_late_total: 4,
      followthrough_reminder_lateness_seconds_count: 4,
      'followthrough_reminder_lateness_seconds_bucket{le="0.05"}': 1,
      'followthrough_reminder_lateness_seconds_bucket{le="60"}': 2,
      'followthrough_reminder_lateness_seconds_bucket{le="300"}': 3,
      'followthrough_reminder_lateness_seconds_bucket{le="86400"}': 3,
      'followthrough_reminder_lateness_seconds_bucket{le="+Inf"}': 4,
    });
  });

  it('is not the lateness of a nudge or a test, which have no time to keep', async () => {
    const { meter, scrape } = await openMetrics();
    meter.sent('nudge', 0, 90_000);
    meter.sent('test', 1, 90_000);
    expect(await scrape()).toMatchObject({
      followthrough_reminders_late_total: 0,
      followthrough_reminder_lateness_seconds_count: 0,
      'followthrough_messages_sent_total{kind="nudge"}': 1,
      'followthrough_messages_sent_total{kind="test"}': 1,
    });
  });

  it('is every failure by its cause', async () => {
    const { meter, scrape } = await openMetrics();
    meter.failed('wait');
    meter.failed('wait');
    meter.failed('bug');
    expect(await scrape()).toMatchObject({
      'followthrough_send_failures_total{cause="wait"}': 2,
      'followthrough_send_failures_total{cause="bug"}': 1,
      'followthrough_send_failures_total{cause="unconfirmed"}': 0,
    });
  });

  it('is counted by each program for itself', async () => {
    const [one, two] = [await openMetrics(), await openMetrics()];
    one.meter.failed('bug');
    expect(await two.scrape()).toMatchObject({ 'followthrough_send_failures_total{cause="bug"}': 0 });
  });
});

describe('what is looked up for each scrape', () => {
  /** One reminder of Anna's lead, due at that instant. */
  async function makeDue(at: Date): Promise<void> {
    await makeUser(database.db);
    const leadId = await makeLead(database.db);
    const due = sql`${at.toISOString()}::timestamptz`;
    await database.db.execute(sql`
      with plan as (
        insert into plans (lead_id, title, drafted_by, started_at) values (${leadId}, 'Plan', 'person', ${due}) returning id
      ), step as (
        insert into plan_steps (plan_id, lead_id, position, title, due_source, due_local, time_zone, due_at, created_at)
        select id, ${leadId}, 0, 'Step', 'person', '2026-10-12T09:00', 'Europe/Berlin', ${due}, ${due} from plan returning id
      )
      insert into scheduled_reminders (step_id, lead_id, user_id, chat_id, due_at, send_at)
      select id, ${leadId}, 1001, 1001, ${due}, ${due} from step`);
  }

  it('is the queue: how many wait, and for how long', async () => {
    const { scrape, clock } = await openMetrics();
    await makeDue(later({ minutes: 2 }));
    expect(await scrape()).toMatchObject({
      followthrough_database_up: 1,
      followthrough_reminders_due: 0,
      followthrough_queue_age_seconds: 0,
      followthrough_reminders_in_flight: 0,
      followthrough_reminders_unconfirmed: 0,
      followthrough_dead_updates: 0,
    });
    clock.advance(minutes(5));
    expect(await scrape()).toMatchObject({
      followthrough_reminders_due: 1,
      followthrough_queue_age_seconds: 180,
    });
  });

  it('is when each poller last ran well, and whether its last run did', async () => {
    const pollers = [
      { name: 'good', lastTick: later({ seconds: -42 }), lastError: null },
      { name: 'bad', lastTick: later({ minutes: -10 }), lastError: 'Error: secret detail' },
      { name: 'new', lastTick: null, lastError: null },
    ];
    const samples = await (await openMetrics({ pollers })).scrape();
    expect(samples).toMatchObject({
      'followthrough_poller_tick_age_seconds{poller="good"}': 42,
      'followthrough_poller_ok{poller="good"}': 1,
      'followthrough_poller_tick_age_seconds{poller="bad"}': 600,
      'followthrough_poller_ok{poller="bad"}': 0,
      'followthrough_poller_ok{poller="new"}': 1,
    });
    expect(samples).not.toHaveProperty(['followthrough_poller_tick_age_seconds{poller="new"}']);
  });

  it('is a trouble as long as it lasts', async () => {
    const { scrape, troubles } = await openMetrics();
    const name = 'followthrough_trouble{trouble="token-refused"}';
    troubles.raise('token-refused', 'Set BOT_TOKEN.');
    expect(await scrape()).toHaveProperty([name], 1);
    troubles.clear('token-refused');
    expect(await scrape()).not.toHaveProperty([name]);
  });

  it('is the process itself: memory, processor time, lag', async () => {
    const samples = await (await openMetrics()).scrape();
    for (const name of [
      'process_resident_memory_bytes',
      'process_cpu_seconds_total',
      'nodejs_eventloop_lag_seconds',
    ]) {
      expect(samples).toHaveProperty([name]);
    }
  });
});

describe('without a database', () => {
  it('tells what the process knows by itself, and no stale number of the rest', async () => {
    const { db, close } = await openMemoryDatabase();
    const { scrape, meter, lines } = await openMetrics({ db });
    expect(await scrape()).toMatchObject({ followthrough_database_up: 1, followthrough_reminders_due: 0 });
    await close();
    meter.failed('retry');
    const samples = await scrape();
    expect(samples).toMatchObject({
      followthrough_database_up: 0,
      'followthrough_send_failures_total{cause="retry"}': 1,
    });
    expect(samples).not.toHaveProperty('followthrough_reminders_due');
    expect(samples).not.toHaveProperty('followthrough_queue_age_seconds');
    expect(lines()).toMatchObject([{ level: 40 }]);
  });
});
