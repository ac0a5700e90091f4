import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import {
  claimCapture,
  failReading,
  finishReading,
  keepReading,
  releaseReading,
} from '../../server/capture/claim-captures.ts';
import { readDuplicates } from '../../server/capture/duplicates.ts';
import { editPerson } from '../../server/capture/edit-person.ts';
import { mergePerson } from '../../server/capture/merge-person.ts';
import { emptyPerson } from '../../server/capture/person.ts';
import { saveAll } from '../../server/capture/save-all.ts';
import { savePerson } from '../../server/capture/save-person.ts';
import { cancelCapture, forgetOldCaptures } from '../../server/capture/settle-capture.ts';
import { startCapture } from '../../server/capture/start-capture.ts';
import type { Db } from '../../server/db/client.ts';
import { captures, leads, planRequests } from '../../server/db/schema.ts';
import type { CapturedPerson } from '../../server/db/stored-json.ts';
import { leadInput } from '../../server/leads/input.ts';
import { createLead } from '../../server/leads/mutations.ts';
import { getCaptureView } from '../../server/views/capture.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeUser, monday } from '../support/people.ts';
import { historyOf, later, leadRow, one } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
const now = monday;

const leadOf = (db: Db, lead: object) =>
  createLead(db, { userId, lead: leadInput.parse({ name: 'Anna Petrova', ...lead }), now });
const captureOf = (db: Db, ...people: Partial<CapturedPerson>[]) =>
  startCapture(db, { userId, source: 'text', people: people.map(emptyPerson), status: 'open', now });
const rowOf = async (db: Db, id: string) => one(await db.select().from(captures).where(eq(captures.id, id)));

describe('a duplicate', () => {
  it('is found by handle, phone, e-mail, then by name and company', async () => {
    const { db } = database;
    const user = await makeUser(db);
    await leadOf(db, { name: 'Ivan P.', telegram: 'Ivan_P', company: 'Beta' });
    await leadOf(db, { name: 'Lucía Gómez', phone: '030 901820', company: 'Acme GmbH' });
    await leadOf(db, { name: 'Bob Stone', email: 'Bob@x.example', telegram: 'bobby' });
    const finder = await readDuplicates(db, user);
    const cases: [Partial<CapturedPerson>, string | undefined][] = [
      [{ name: 'Somebody', telegram: 'ivan_p' }, 'telegram Ivan P.'],
      [{ name: 'Somebody', phone: '+49 30 90 18 20' }, 'phone Lucía Gómez'],
      [{ name: 'Somebody', email: 'bob@X.example' }, 'email Bob Stone'],
      // The handle counts before the e-mail address.
      [{ name: 'Somebody', telegram: 'ivan_p', email: 'bob@x.example' }, 'telegram Ivan P.'],
      [{ name: 'LUCIA GOMEZ', company: 'ACME' }, 'name Lucía Gómez'],
      [{ name: 'lucia gomez' }, 'name Lucía Gómez'],
      [{ name: 'Lucía Gómez', company: 'Gamma' }, undefined],
      [{ name: 'Bob Stone', telegram: 'bob_2' }, undefined],
      [{ name: 'Bob' }, undefined],
      [{ name: '' }, undefined],
    ];
    const found = cases.map(([person]) => finder.find(emptyPerson(person)));
    expect(found.map((one) => one && `${one.by} ${one.name}`)).toEqual(cases.map(([, is]) => is ?? null));
  });

  it('is no other person’s lead', async () => {
    const { db } = database;
    await makeUser(db);
    await leadOf(db, { telegram: 'anna_p' });
    const max = await makeUser(db, { id: 1002 });
    expect((await readDuplicates(db, max)).find(emptyPerson({ telegram: 'anna_p' }))).toBeNull();
  });
});

describe('merging', () => {
  it('fills what is empty, writes into the note what differs, and adds nothing the second time', async () => {
    const { db } = database;
    await makeUser(db);
    const leadId = await leadOf(db, { company: 'Acme', phone: '+49 30 901820', notes: 'Met at the fair' });
    const news = {
      ...{ name: 'Anna Petrova', company: 'ACME GmbH', role: 'CTO', phone: '+49 170 1234567' },
      ...{ email: 'anna@acme.example', note: 'Wants a demo' },
    };
    const [first, second] = [await captureOf(db, news), await captureOf(db, news)];
    expect(await mergePerson(db, { userId, captureId: first, place: 0, shown: leadId, now })).toEqual({
      ...{ ok: true, leadId, added: ['role', 'e-mail', 'phone', 'note'] },
    });
    const merged = await leadRow(db, leadId);
    expect(merged).toMatchObject({
      ...{ company: 'Acme', role: 'CTO', email: 'anna@acme.example', phone: '+49 30 901820' },
      notes: 'Met at the fair\nPhone: +49 170 1234567\nWants a demo',
    });
    expect(await mergePerson(db, { userId, captureId: second, place: 0, shown: leadId, now })).toMatchObject({
      added: [],
    });
    expect(await leadRow(db, leadId)).toEqual(merged);
    expect(await historyOf(db, leadId)).toContain('merged: role, e-mail, phone, note');
  });

  it('keeps what no longer fits below the note in the history, whole and once', async () => {
    const { db } = database;
    await makeUser(db);
    const leadId = await leadOf(db, { notes: 'x'.repeat(3990), company: 'Acme', telegram: 'anna_p' });
    const note = 'y'.repeat(4000);
    const news = { name: 'Anna Petrova', telegram: 'anna_p', company: 'Beta', note };
    for (const _ of [1, 2]) {
      const captureId = await captureOf(db, news);
      await mergePerson(db, { userId, captureId, place: 0, shown: leadId, now });
    }
    const notes = (await historyOf(db, leadId)).filter((entry) => entry.startsWith('note: '));
    expect(notes.sort()).toEqual(['note: Company: Beta', `note: ${note}`]);
    expect((await leadRow(db, leadId)).notes).toBe('x'.repeat(3990));
  });

  it('brings a language alone', async () => {
    const { db } = database;
    await makeUser(db);
    const leadId = await leadOf(db, {});
    const captureId = await captureOf(db, { name: 'Anna Petrova', language: 'ru' });
    await mergePerson(db, { userId, captureId, place: 0, shown: leadId, now });
    expect((await leadRow(db, leadId)).language).toBe('ru');
  });

  it('goes into the lead that was shown, or nowhere, and keeps what was typed only then', async () => {
    const { db } = database;
    await makeUser(db);
    const anna = await leadOf(db, {});
    const bob = await leadOf(db, { name: 'Bob Stone', telegram: 'bobby' });
    const captureId = await captureOf(db, { name: 'Anna Petrova' });
    const at = { userId, captureId, place: 0, now };
    const typed = (fields: object) => ({ ...emptyPerson({ name: 'Anna Petrova' }), ...fields });
    const other = { ok: false, reason: 'other', name: 'Bob Stone' };
    expect(await mergePerson(db, { ...at, shown: anna, edited: typed({ telegram: 'bobby' }) })).toEqual(
      other,
    );
    expect((await rowOf(db, captureId)).people).toMatchObject([{ telegram: '', state: 'open' }]);
    expect(await mergePerson(db, { ...at, shown: bob })).toMatchObject({ reason: 'other' });
    // What was typed puts the very name right by which they were found.
    const renamed = await mergePerson(db, { ...at, shown: anna, edited: typed({ name: 'Anna P. Weiß' }) });
    expect(renamed).toMatchObject({ ok: true, leadId: anna });
  });
});

describe('saving', () => {
  it('makes one lead with one request for a plan of two taps at the same moment', async () => {
    const { db } = database;
    await makeUser(db);
    const captureId = await captureOf(db, { name: 'Anna Petrova' });
    const tap = () => savePerson(db, { userId, captureId, place: 0, withPlan: true, now });
    const results = await Promise.all([tap(), tap()]);
    expect(results.map((result) => (result.ok ? 'saved' : result.reason)).sort()).toEqual([
      ...['saved', 'settled'],
    ]);
    expect(await db.select().from(leads)).toHaveLength(1);
    expect(await db.select().from(planRequests)).toHaveLength(1);
  });

  it('makes one lead of two cards about the same person, and asks about the second', async () => {
    const { db } = database;
    await makeUser(db);
    const ids = [
      await captureOf(db, { name: 'Anna Petrova' }),
      await captureOf(db, { name: 'anna petrova' }),
    ];
    const results = await Promise.all(
      ids.map((captureId) => savePerson(db, { userId, captureId, place: 0, withPlan: false, now })),
    );
    expect(results.map((result) => (result.ok ? 'saved' : result.reason)).sort()).toEqual(['here', 'saved']);
    expect(await db.select().from(leads)).toHaveLength(1);
  });

  it('all takes those who are new once, and leaves doubles and the nameless on the card', async () => {
    const { db } = database;
    const user = await makeUser(db);
    await leadOf(db, {});
    const many = Array.from({ length: 205 }, (_, index) => ({ name: `Person ${index}` }));
    const captureId = await captureOf(
      db,
      { name: 'Anna Petrova' },
      ...many,
      { name: 'person 7' },
      { name: '' },
    );
    const both = await Promise.all(
      [1, 2].map(() => saveAll(db, { userId, captureId, withPlans: true, now })),
    );
    expect(both).toContainEqual({ ok: true, saved: 205, left: 3, planned: false });
    expect(both).toContainEqual({ ok: true, saved: 0, left: 3, planned: true });
    expect(await db.select().from(leads)).toHaveLength(206);
    expect(await db.select().from(planRequests)).toHaveLength(0);
    expect((await getCaptureView(db, user, captureId, now))?.counts).toEqual({
      ...{ fresh: 0, known: 2, stuck: 1, saved: 205, merged: 0, leftOut: 0 },
    });
  });

  it('never fails over what was found: what the lead form would refuse is in the note', async () => {
    const { db } = database;
    await makeUser(db);
    const captureId = await captureOf(db, {
      ...{
        name: 'Anna\0 Petrova',
        email: 'anna@',
        phone: 'ask Bob',
        telegram: '@x',
        company: 'y'.repeat(130),
      },
      note: 'half \ud83d',
    });
    expect(await savePerson(db, { userId, captureId, place: 0, withPlan: false, now })).toMatchObject({
      ok: true,
    });
    const [lead] = await db.select().from(leads);
    expect(lead).toMatchObject({ name: 'Anna Petrova', email: null, phone: null, telegram: null });
    for (const words of ['E-mail: anna@', 'Phone: ask Bob', 'Telegram: @x', 'y'.repeat(130), 'half'])
      expect(lead?.notes).toContain(words);
  });

  it('is refused in words without a name, and after Cancel', async () => {
    const { db } = database;
    await makeUser(db);
    const captureId = await captureOf(db, { phone: '+49 30 901820' });
    const chosen = { userId, captureId, place: 0, now };
    const withPlan = true;
    expect(await savePerson(db, { ...chosen, withPlan })).toEqual({
      ...{ ok: false, reason: 'no-name', words: 'A lead needs a name' },
    });
    expect(await savePerson(db, { ...chosen, userId: 7, withPlan })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(await savePerson(db, { ...chosen, place: 1, withPlan })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    await cancelCapture(db, { userId, captureId, now });
    expect(await savePerson(db, { ...chosen, withPlan })).toEqual({ ok: false, reason: 'settled' });
  });
});

describe('a card that a model is to read', () => {
  const toRead = (db: Db, name = 'Rules') =>
    startCapture(db, {
      ...{ userId, source: 'text', people: [emptyPerson({ name })], raw: 'a text', status: 'reading', now },
    });
  const claim = async (db: Db, at = now) => {
    const claimed = await claimCapture(db, at);
    if (!claimed) throw new Error('nothing to claim');
    return claimed;
  };

  it('is claimed by one worker, by another when its lease is over, and given up after three', async () => {
    const { db } = database;
    await makeUser(db);
    const id = await toRead(db);
    const claims = await Promise.all([claimCapture(db, now), claimCapture(db, now)]);
    expect(claims.filter(Boolean)).toHaveLength(1);
    await claim(db, later({ minutes: 4 }));
    await claim(db, later({ minutes: 8 }));
    expect(await claimCapture(db, later({ minutes: 12 }))).toBeNull();
    expect(await rowOf(db, id)).toMatchObject({ status: 'open', raw: '', lastError: 'failed' });
  });

  it('stays with a slow worker that says it lives, and is given back by one that is stopped', async () => {
    const { db } = database;
    await makeUser(db);
    await toRead(db);
    const slow = await claim(db);
    await keepReading(db, slow, later({ seconds: 50 }));
    expect(await claimCapture(db, later({ seconds: 109 }))).toBeNull();
    for (const seconds of [110, 111, 112]) await releaseReading(db, await claim(db, later({ seconds })));
    // Stopped, however often, it has killed nobody.
    expect(await claimCapture(db, later({ seconds: 113 }))).toMatchObject({ attempts: 5 });
  });

  it('shows what was found, and keeps no raw text', async () => {
    const { db } = database;
    await makeUser(db);
    const id = await toRead(db);
    await finishReading(db, await claim(db), [emptyPerson({ name: 'Model' })]);
    expect(await rowOf(db, id)).toMatchObject({ status: 'open', raw: '', people: [{ name: 'Model' }] });
  });

  it('is not overwritten when the person edited or saved it meanwhile', async () => {
    const { db } = database;
    await makeUser(db);
    const id = await toRead(db);
    const claimed = await claim(db);
    const person = { ...emptyPerson({ name: 'Person' }) };
    await editPerson(db, { userId, captureId: id, place: 0, person, now });
    await finishReading(db, claimed, [emptyPerson({ name: 'Model' })]);
    await failReading(db, claimed, { failure: 'failed', retryAfterMs: null, now });
    expect(await rowOf(db, id)).toMatchObject({
      ...{ status: 'open', raw: '', lastError: null, people: [{ name: 'Person' }] },
    });
  });

  it('is read later when the provider asks to wait, and not before', async () => {
    const { db } = database;
    await makeUser(db);
    await toRead(db);
    const waits = { failure: 'failed', retryAfterMs: 30_000, now } as const;
    await failReading(db, await claim(db), waits);
    expect(await claimCapture(db, later({ seconds: 29 }))).toBeNull();
    expect(await claimCapture(db, later({ seconds: 30 }))).toMatchObject({ attempts: 2 });
  });
});

it('a card that nobody decided about is gone after 30 days', async () => {
  const { db } = database;
  await makeUser(db);
  await captureOf(db, { name: 'Anna' });
  await forgetOldCaptures(db, later({ days: 29 }));
  expect(await db.select().from(captures)).toHaveLength(1);
  await forgetOldCaptures(db, later({ days: 31 }));
  expect(await db.select().from(captures)).toHaveLength(0);
});
