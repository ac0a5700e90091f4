import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GET as getAway } from '../../app/api/away/route.ts';
import { GET as getCapture } from '../../app/api/captures/[captureId]/route.ts';
import { GET as getResume } from '../../app/api/leads/[leadId]/resume/route.ts';
import { GET as getLead } from '../../app/api/leads/[leadId]/route.ts';
import { GET as getLeads } from '../../app/api/leads/route.ts';
import { GET as getPreview } from '../../app/api/settings/preview/route.ts';
import { GET as getSettings } from '../../app/api/settings/route.ts';
import { GET as getSnooze } from '../../app/api/steps/[stepId]/snooze/route.ts';
import { GET as getTemplate } from '../../app/api/templates/[key]/route.ts';
import { GET as getTemplates } from '../../app/api/templates/route.ts';
import { GET as getTiming } from '../../app/api/templates/timing/route.ts';
import { GET as getToday } from '../../app/api/today/route.ts';
import { issueSessionToken } from '../../server/auth/session-token.ts';
import { emptyPerson } from '../../server/capture/person.ts';
import { startCapture } from '../../server/capture/start-capture.ts';
import { pauseLead } from '../../server/plans/pause.ts';
import { copyTemplate } from '../../server/plans/templates/mutations.ts';
import type { PollerState } from '../../server/views/delivery-proof.ts';
import { botToken, everyRow, insides, openAppWorld } from '../support/app-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { failingDb } from '../support/failing-db.ts';
import { days } from '../support/frozen-clock.ts';
import { makeLead, makePlannedLead, makeUser, monday } from '../support/people.ts';
import { stepAt } from '../support/rows.ts';

const database = openTestDatabase();

const reads = {
  away: getAway,
  'captures/[captureId]': getCapture,
  'leads/[leadId]': getLead,
  'leads/[leadId]/resume': getResume,
  leads: getLeads,
  settings: getSettings,
  'settings/preview': getPreview,
  'steps/[stepId]/snooze': getSnooze,
  templates: getTemplates,
  'templates/[key]': getTemplate,
  'templates/timing': getTiming,
  today: getToday,
} as const;
const names = Object.keys(reads) as (keyof typeof reads)[];

async function open(db = database.db, pollers: PollerState[] = []) {
  const world = openAppWorld(db, monday, pollers);
  const { leadId } = await makePlannedLead(database.db);
  const { id: stepId } = await stepAt(database.db, leadId, 0);
  const captureId = await startCapture(database.db, {
    ...{ userId: 1001, source: 'text', people: [emptyPerson({ name: 'Olaf' })], status: 'open', now: monday },
  });
  const copied = { userId: 1001, key: 'investor', now: monday };
  const copy = await copyTemplate(database.db, copied);
  const templateId = copy.ok ? copy.key : '';
  await makeUser(database.db, { id: 1002 });
  async function read(name: keyof typeof reads, authorization: string | null, query = '', id = leadId) {
    const headers: Record<string, string> = authorization === null ? {} : { authorization };
    const request = new Request(`http://localhost/api/${name}${query}`, { headers });
    const response = await reads[name](request, {
      params: Promise.resolve({
        leadId: id,
        stepId: id === leadId ? stepId : id,
        captureId: id === leadId ? captureId : id,
        key: id === leadId ? templateId : id,
      }),
    });
    const text = await response.text();
    expect(text).not.toMatch(insides);
    return { status: response.status, body: JSON.parse(text), headers: response.headers };
  }
  const bearer = async (userId: number) => `Bearer ${await world.tokenOf(userId)}`;
  return { ...world, read, bearer, leadId };
}

it('every route that reads is tested here', () => {
  const files = readdirSync(new URL('../../app/api', import.meta.url), { recursive: true }).map(String);
  const routes = files.flatMap((file) => /^(.+)\/route\.ts$/.exec(file.replaceAll('\\', '/'))?.[1] ?? []);
  expect(routes.filter((route) => route !== 'session').sort()).toEqual([...names].sort());
});

describe.each(names)('GET /api/%s', (name) => {
  it('answers the person of the token, and nobody keeps a copy', async () => {
    const { read, bearer } = await open();
    const answer = await read(name, await bearer(1001));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is 401 without a valid token', async () => {
    const { read, clock, tokenOf } = await open();
    const token = await tokenOf(1001);
    const old = await issueSessionToken(1001, botToken, new Date(clock.now().getTime() - days(30)));
    const nobody = await tokenOf(4242);
    const headers = [null, '', 'Bearer', 'Bearer ', 'Bearer junk', token, `Basic ${token}`];
    for (const header of [...headers, `Bearer ${old}`, `Bearer ${nobody}`, `Bearer ${token}x`]) {
      const { status, body } = await read(name, header);
      expect({ header, status }).toEqual({ header, status: 401 });
      expect(body).toMatchObject({ ok: false, reason: 'signed-out' });
    }
  });

  it('is 500 with an apology when the database fails', async () => {
    const { read, bearer, lines } = await open(failingDb(database.db, 'select', () => true));
    const answer = await read(name, await bearer(1001));
    expect(answer).toMatchObject({ status: 500, body: { ok: false, reason: 'failed' } });
    expect(lines()).toMatchObject([{ level: 50, msg: 'a read failed' }]);
  });
});

describe('a lead of another person, its steps, and a confirm card', () => {
  it('is 404, like one that does not exist and like no id at all', async () => {
    const { read, bearer, leadId, lines } = await open();
    const max = await bearer(1002);
    const ids = [leadId, '9b2f6a3e-0f57-4a0c-9d3a-3f0a1c2b4d5e', '42', '', "' or true --", '../settings'];
    const named = [
      ...(['leads/[leadId]', 'leads/[leadId]/resume', 'steps/[stepId]/snooze'] as const),
      ...(['captures/[captureId]', 'templates/[key]'] as const),
    ];
    for (const name of named)
      for (const id of ids) {
        const { status, body } = await read(name, max, '', id);
        expect({ id, status, reason: body.reason }).toEqual({ id, status: 404, reason: 'not-found' });
      }
    expect(lines()).toEqual([]);
  });

  it('is in none of the lists', async () => {
    const { read, bearer } = await open();
    const max = await bearer(1002);
    expect((await read('leads', max)).body).toMatchObject({ leads: [], open: 0 });
    expect((await read('leads', max, '?search=Anna')).body).toMatchObject({ leads: [] });
    expect((await read('today', max)).body).toMatchObject({ today: [], overdue: [], soon: [], leadCount: 0 });
  });
});

describe('previews of what would move', () => {
  it('show the new dates of a plan that goes on, and change nothing', async () => {
    const { read, bearer, clock, leadId } = await open();
    const why = { reason: 'paused', waitingFor: null, wakeLocal: null } as const;
    await pauseLead(database.db, { userId: 1001, leadId, ...why, now: monday });
    clock.advance(days(7));
    const before = await everyRow(database.db);
    const { body } = await read('leads/[leadId]/resume', await bearer(1001));
    expect(body.movedBy).toBe(5);
    expect(body.moves[1]).toMatchObject({ title: 'Step of day 3', from: 'Thu 15 Oct', to: 'Thu 22 Oct' });
    expect(await everyRow(database.db)).toEqual(before);
  });

  it.each([
    ['?from=2026-10-14&until=2026-10-20', null, 3],
    ['?from=2026-10-20&until=2026-10-14', 'That would end before it starts.', 0],
    ['?from=2026-10-14', 'Pick the first and the last day from the calendar.', 0],
    ['', null, 0],
  ])('/api/away%s: %s', async (query, problem, count) => {
    const { read, bearer } = await open();
    const before = await everyRow(database.db);
    const { body } = await read('away', await bearer(1001), query);
    expect({ problem: body.problem, count: body.moves.length }).toEqual({ problem, count });
    expect(await everyRow(database.db)).toEqual(before);
  });
});

describe('GET /api/leads with a filter', () => {
  it.each([
    ['?search=petrova', 1],
    ['?search=ACME', 1],
    ['?search=nobody', 0],
    ['?search=%25', 0],
    ['?search=_', 0],
    ['?search=%5C', 0],
    ['?status=new', 1],
    ['?status=won', 0],
    ['?status=overdue', 0],
    ['?status=junk', 1],
    [`?search=${'x'.repeat(101)}`, 1],
    ['?search=&status=', 1],
    ['?search=%00', 1],
  ])('%s finds %i', async (query, count) => {
    const { read, bearer, lines } = await open();
    expect((await read('leads', await bearer(1001), query)).body.leads).toHaveLength(count);
    expect(lines()).toEqual([]);
  });

  it('finds the words as they are written, signs included', async () => {
    const { read, bearer } = await open();
    await makeLead(database.db, { name: '100%_sure\\ <b>' });
    for (const search of ['100%', '%_sure', '\\ <b>']) {
      const { body } = await read('leads', await bearer(1001), `?search=${encodeURIComponent(search)}`);
      expect(body.leads.map(({ name }: { name: string }) => name)).toEqual(['100%_sure\\ <b>']);
    }
  });
});

describe('GET /api/steps/…/snooze', () => {
  it('says when each choice would be', async () => {
    const { read, bearer } = await open();
    expect((await read('steps/[stepId]/snooze', await bearer(1001))).body).toEqual({
      choices: [
        { to: '1h', until: 'Mon 12 Oct, 10:00' },
        { to: 'evening', until: 'Mon 12 Oct, 18:00' },
        { to: 'tomorrow', until: 'Tue 13 Oct, 09:00' },
        { to: 'monday', until: 'Mon 19 Oct, 09:00' },
      ],
      suggested: '2026-10-13T09:00',
    });
  });
});

describe('GET /api/settings/preview', () => {
  it('tells what a change would move, each date in the zone it is read in, and changes nothing', async () => {
    const { read, bearer } = await open();
    const before = await everyRow(database.db);
    const change = encodeURIComponent(JSON.stringify({ timeZone: 'America/New_York' }));
    const { body } = await read('settings/preview', await bearer(1001), `?change=${change}`);
    expect(body.problem).toBeNull();
    expect(body.zones).toEqual({ from: 'Europe/Berlin', to: 'America/New_York' });
    expect(body.moves).toMatchObject([
      { title: 'Step of day 3', from: 'Thu 15 Oct, 09:00', to: 'Thu 15 Oct, 09:00' },
      { title: 'Step of day 7' },
      { title: 'Step of day 14' },
    ]);
    expect(await everyRow(database.db)).toEqual(before);
  });

  it.each([
    ['{"workingDays":[]}', 'Leave at least one working day.'],
    ['{"opens":18}', 'Your last hour must be later than your first one.'],
    ['{"timeZone":7}', 'Something is missing or wrong in what was sent.'],
    ['junk', 'Something is missing or wrong in what was sent.'],
  ])('answers %s in words', async (change, problem) => {
    const { read, bearer, lines } = await open();
    const query = `?change=${encodeURIComponent(change)}`;
    const { body } = await read('settings/preview', await bearer(1001), query);
    expect(body).toEqual({ problem, zones: null, moves: [] });
    expect(lines()).toEqual([]);
  });
});

describe('GET /api/settings', () => {
  it('shows what is set', async () => {
    const { read, bearer } = await open();
    expect((await read('settings', await bearer(1001))).body).toMatchObject({
      ...{ opens: 9, closes: 18, workingDays: [1, 2, 3, 4, 5], countWorkingDays: false },
      ...{ holidays: null, nextHoliday: null },
      zone: { timeZone: 'Europe/Berlin', reminderHour: 9, confirmed: false, declined: null },
      ...{ firstName: 'User 1001', timeZone: 'Europe/Berlin', reminderHour: 9, reachable: true },
      ...{ botLink: 'https://t.me/test_bot', held: null },
      delivery: {
        next: ['Step of day 0', 'Step of day 3', 'Step of day 7', 'Step of day 14'].map((title) =>
          expect.objectContaining({ title, leadName: 'Anna Petrova', company: 'Acme' }),
        ),
        ...{ troubles: [], pollers: [] },
      },
    });
  });

  it('shows what the pollers of this process did last', async () => {
    const { bearer, read } = await open(database.db, [
      { name: 'due-reminders', lastTick: new Date(monday.getTime() - 20_000), ok: true },
      { name: 'followups', lastTick: null, ok: false },
    ]);
    expect((await read('settings', await bearer(1001))).body.delivery.pollers).toEqual([
      { name: 'due-reminders', what: 'Looked for due reminders', ago: '20 seconds ago', ok: true },
      { name: 'followups', what: 'Could not look for quiet leads', ago: null, ok: false },
    ]);
  });
});

it('what a timing means is told while it is typed, and nothing that is not one breaks it', async () => {
  const { read, bearer } = await open();
  const meaning = async (words: string) =>
    (await read('templates/timing', await bearer(1001), `?words=${encodeURIComponent(words)}`)).body;
  expect(await meaning('3 days after the demo')).toEqual({ meaning: { from: 'demo', days: 3 } });
  for (const words of ['', 'whenever', '9'.repeat(5000), '%_\\'])
    expect(await meaning(words)).toEqual({ meaning: null });
});
