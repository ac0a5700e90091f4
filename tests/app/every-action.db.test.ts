import { describe, expect, it } from 'vitest';
import { refusals } from '../../app/_texts/refusals.ts';
import { recordActivity } from '../../server/activities/mutations.ts';
import { issueSessionToken } from '../../server/auth/session-token.ts';
import { readDuplicates } from '../../server/capture/duplicates.ts';
import { emptyPerson } from '../../server/capture/person.ts';
import { startCapture } from '../../server/capture/start-capture.ts';
import { proposals } from '../../server/db/schema.ts';
import { leadInput } from '../../server/leads/input.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { setAway } from '../../server/plans/away.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import { pauseLead } from '../../server/plans/pause.ts';
import { addLead } from '../../server/plans/requests.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { templateInput } from '../../server/plans/templates/input.ts';
import { createTemplate } from '../../server/plans/templates/mutations.ts';
import { actionCases, actionNames, callAction, caseOf } from '../support/actions.ts';
import { botToken, everyRow, insides, openAppWorld } from '../support/app-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { days } from '../support/frozen-clock.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { stepsOf } from '../support/scenes.ts';

const database = openTestDatabase();

/** User 1001 with a lead and its plan, user 1002 with nothing. */
async function open() {
  const world = openAppWorld(database.db);
  const { leadId } = await makePlannedLead(database.db);
  const { leadId: deletedId } = await makePlannedLead(database.db);
  await deleteLead(database.db, { userId: 1001, leadId: deletedId, now: monday });
  const { leadId: reopenedId } = await makePlannedLead(database.db);
  for (const status of ['lost', 'new'] as const)
    await setLeadStatus(database.db, { userId: 1001, leadId: reopenedId, status, now: monday });
  const { leadId: restingId } = await makePlannedLead(database.db);
  const rest = { reason: 'paused', waitingFor: null, wakeLocal: null } as const;
  await pauseLead(database.db, { userId: 1001, leadId: restingId, ...rest, now: monday });
  const drafting = { userId: 1001, lead: leadInput.parse({ name: 'Boris' }), now: monday };
  const draftingId = await addLead(database.db, drafting);
  await setAway(database.db, { userId: 1001, from: '2027-08-01', until: '2027-08-14', now: monday });
  const people = [{ name: 'Olaf Berg' }, { name: 'Anna Petrova', company: 'Acme', note: 'likes tea' }];
  const captureId = await startCapture(database.db, {
    ...{ userId: 1001, source: 'text', people: people.map(emptyPerson), status: 'open', now: monday },
  });
  const user = { id: 1001, holidays: null, timeZone: null, language: null };
  const sameId = (await readDuplicates(database.db, user)).find(emptyPerson(people[1]))?.leadId ?? '';
  const template = templateInput.parse(actionCases.createTemplate.good());
  const { key: templateId } = await createTemplate(database.db, { userId: 1001, template, now: monday });
  await makeUser(database.db, { id: 1002 });
  const [first, second, third] = await stepsOf(database.db, leadId);
  const proposalId = await proposeOne(leadId, first?.id ?? '');
  const asleepId = second?.id ?? '';
  await snoozeStep(database.db, { userId: 1001, stepId: asleepId, to: 'monday', now: monday });
  const words = { title: 'Moved', draft: '', dueLocal: '2026-10-21T09:00' };
  const edit = { userId: 1001, stepId: third?.id ?? '', ...words, now: monday };
  const edited = await editStep(database.db, edit);
  const actId = edited.ok && edited.act ? edited.act.id : 0;
  return {
    ...world,
    ids: {
      leadId,
      deletedId,
      reopenedId,
      restingId,
      draftingId,
      captureId,
      sameId,
      templateId,
      proposalId,
      actId,
      asleepId,
      stepId: first?.id ?? '',
    },
  };
}

/** A proposed change of the lead's plan, and a draft before the one that the step has. */
async function proposeOne(leadId: string, stepId: string): Promise<string> {
  const about = { leadId, userId: 1001 };
  await recordActivity(database.db, { ...about, stepId, kind: 'reworded', text: 'Before', now: monday });
  const words = { title: 'Send the case study', why: 'Asked for.', draft: '', timing: '', delayDays: 5 };
  const items = [{ id: 0, kind: 'add', state: 'open', ...words } as const];
  const row = { ...about, because: 'News', items, createdAt: monday };
  const [proposal] = await database.db.insert(proposals).values(row).returning();
  return proposal?.id ?? '';
}

const signedOut = { ok: false, reason: 'signed-out', message: refusals['signed-out'] };
const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"1001","aud":"followthrough-mini-app","exp":99999999999}')}.`;

it('every action is described in support/actions.ts', () => {
  expect(Object.keys(actionCases).sort()).toEqual([...actionNames].sort());
});

it.each(actionNames)('%s works for the person whose lead it is, and wakes the workers', async (name) => {
  const { tokenOf, ids, woken, lines } = await open();
  const before = await everyRow(database.db);
  const result = await callAction(name, await tokenOf(1001), caseOf(name).good(ids));
  expect(result).toMatchObject({ ok: true });
  expect(await everyRow(database.db)).not.toEqual(before);
  expect(woken).toEqual(['plan-requests', 'captures', 'chat-refresh']);
  expect(lines()).toEqual([]);
});

/** What is refused changes nothing, so all actions can share one world. */
describe('every action', () => {
  it('is closed without a valid token', async () => {
    const { clock, ids, lines } = await open();
    const old = await issueSessionToken(1001, botToken, new Date(clock.now().getTime() - days(30)));
    const foreign = await issueSessionToken(1001, 'another-bot', clock.now());
    const nobody = await issueSessionToken(4242, botToken, clock.now());
    const before = await everyRow(database.db);
    for (const name of actionNames)
      for (const token of [undefined, null, '', 'junk', 7, {}, unsigned, old, foreign, nobody])
        expect(await callAction(name, token, caseOf(name).good(ids)), name).toEqual(signedOut);
    expect(await everyRow(database.db)).toEqual(before);
    expect(lines()).toEqual([]);
  });

  it('refuses input that makes no sense, in words, and changes nothing', async () => {
    const { tokenOf, ids, lines } = await open();
    const token = await tokenOf(1001);
    const before = await everyRow(database.db);
    for (const name of actionNames) {
      const good = caseOf(name).good(ids);
      for (const input of [undefined, null, 7, 'text', []])
        expect(await callAction(name, token, input), name).toMatchObject({ ok: false, reason: 'invalid' });
      for (const [change, words = expect.any(String)] of caseOf(name).bad) {
        const result = await callAction(name, token, { ...good, ...change });
        expect(result, `${name} ${JSON.stringify(change).slice(0, 80)}`).toEqual({
          ...{ ok: false, reason: 'invalid', message: words },
        });
        expect(JSON.stringify(result), name).not.toMatch(insides);
      }
    }
    expect(await everyRow(database.db)).toEqual(before);
    expect(lines()).toEqual([]);
  });

  it('answers ids of another person like ids of nobody, and changes nothing', async () => {
    const notFound = { ok: false, reason: 'not-found', message: refusals['not-found'] };
    const { tokenOf, ids, lines } = await open();
    const nobody = '9b2f6a3e-0f57-4a0c-9d3a-3f0a1c2b4d5e';
    const gone = Object.fromEntries(Object.keys(ids).map((id) => [id, nobody])) as unknown as typeof ids;
    const named = actionNames.filter((name) => caseOf(name).names);
    expect(named.length).toBeGreaterThan(20);
    const before = await everyRow(database.db);
    const [mine, theirs] = [await tokenOf(1001), await tokenOf(1002)];
    for (const name of named) {
      expect(await callAction(name, theirs, caseOf(name).good(ids)), name).toEqual(notFound);
      const good = caseOf(name).good({ ...gone, actId: 4_000_000 });
      expect(await callAction(name, mine, good), name).toEqual(notFound);
    }
    expect(await everyRow(database.db)).toEqual(before);
    expect(lines()).toEqual([]);
  });
});
