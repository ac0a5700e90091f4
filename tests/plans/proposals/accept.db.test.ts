import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { planSteps, proposals } from '../../../server/db/schema.ts';
import { undoAct } from '../../../server/plans/acts.ts';
import { removeStep } from '../../../server/plans/arrange-steps.ts';
import { setLeadStatus } from '../../../server/plans/close-lead.ts';
import { editStep } from '../../../server/plans/edit-steps.ts';
import { setEventDate } from '../../../server/plans/events.ts';
import { acceptChanges, refuseChanges } from '../../../server/plans/proposals/mutations.ts';
import { setStepStatus } from '../../../server/plans/step-mutations.ts';
import { getProposalView } from '../../../server/views/proposal.ts';
import { openTestDatabase } from '../../support/database.ts';
import { makePlannedLead, type makeUser } from '../../support/people.ts';
import { historyOf, later, one, reminderOf, remindersOf, stepAt, stepsOf } from '../../support/rows.ts';
import { add, drop, move, proposed, reword, userId } from './support.ts';

const database = openTestDatabase();
let leadId: string;
let user: Awaited<ReturnType<typeof makeUser>>;

beforeEach(async () => {
  ({ leadId, user } = await makePlannedLead(database.db));
});

const soon = later({ minutes: 5 });
const accept = (proposalId: string, changeId: number | null = 0, now = soon) =>
  acceptChanges(database.db, { userId, proposalId, changeId, now });
const stepId = async (index: number) => (await stepAt(database.db, leadId, index)).id;
const stepRow = async (id: string) =>
  one(await database.db.select().from(planSteps).where(eq(planSteps.id, id)));
const titles = async () => (await stepsOf(database.db, leadId)).map(({ title }) => title);
const everything = async () => [
  await stepsOf(database.db, leadId),
  await remindersOf(database.db, leadId),
  await historyOf(database.db, leadId),
];

describe('an accepted change', () => {
  it('moves one step with its reminder; it keeps its id and takes its place in time, the others stay', async () => {
    const id = await stepId(1);
    const reminder = await reminderOf(database.db, id);
    const others = (await stepsOf(database.db, leadId)).filter((step) => step.id !== id);
    const proposalId = await proposed(database.db, leadId, [move('s2', 10, 'in 10 days')]);
    expect(await accept(proposalId)).toMatchObject({ ok: true, accepted: 1, gone: 0 });
    const dueAt = new Date('2026-10-22T07:00:00Z');
    expect(await stepRow(id)).toMatchObject({ dueLocal: '2026-10-22T09:00', dueAt, delayDays: 10 });
    expect(await reminderOf(database.db, id)).toMatchObject({ id: reminder.id, dueAt, status: 'pending' });
    expect(await titles()).toEqual(['Step of day 0', 'Step of day 7', 'Step of day 3', 'Step of day 14']);
    for (const { position: _, ...step } of others) expect(await stepRow(step.id)).toMatchObject(step);
    expect((await historyOf(database.db, leadId)).at(-1)).toBe('reviewed: Step of day 3');
  });

  it('keeps its hour when the clocks change on the way', async () => {
    const proposalId = await proposed(database.db, leadId, [move('s1', 14)]);
    await accept(proposalId);
    const moved = (await stepsOf(database.db, leadId)).find(({ title }) => title === 'Step of day 0');
    // Berlin leaves summer time on 25 October 2026.
    expect(moved).toMatchObject({ dueLocal: '2026-10-26T09:00', dueAt: new Date('2026-10-26T08:00:00Z') });
  });

  it('is what was shown, however late it is accepted; what lies in the past by then comes at once', async () => {
    const proposalId = await proposed(database.db, leadId, [move('s4', 10), move('s3', 1)]);
    const now = later({ days: 2 });
    const shown = await getProposalView(database.db, user, proposalId, now);
    expect(shown?.changes).toMatchObject([
      { from: 'Mon 26 Oct, 09:00', to: 'Thu 22 Oct, 09:00' },
      { to: 'Wed 14 Oct, 09:00' },
    ]);
    await accept(proposalId, null, now);
    const told = await getProposalView(database.db, user, proposalId, now);
    expect(told?.changes).toMatchObject([
      { state: 'accepted', from: 'Mon 26 Oct, 09:00', to: 'Thu 22 Oct, 09:00' },
      { state: 'accepted', to: 'Wed 14 Oct, 09:00' },
    ]);
  });

  it('that is taken back leaves everything as it was', async () => {
    const [steps, reminders] = await everything();
    const proposalId = await proposed(database.db, leadId, [move('s2', 10), move('s1', 20)]);
    const result = await accept(proposalId, null);
    const actId = result.ok && result.act ? result.act.id : 0;
    expect(await undoAct(database.db, { userId, actId, now: soon })).toMatchObject({ ok: true });
    expect((await everything()).slice(0, 2)).toEqual([steps, reminders]);
  });

  it('that is taken back with the words it changed can be decided on again', async () => {
    const [steps, reminders] = await everything();
    const changes = [move('s1', 20), reword('s2', 'Ask about May', 'When in May?'), drop('s4')];
    const proposalId = await proposed(database.db, leadId, changes);
    await refuseChanges(database.db, { userId, proposalId, changeId: 2, now: soon });
    const acceptAll = async () => {
      const result = await accept(proposalId, null);
      return result.ok && result.act ? result.act.id : 0;
    };
    const undo = (actId: number) => undoAct(database.db, { userId, actId, now: later({ minutes: 7 }) });
    expect(await undo(await acceptAll())).toMatchObject({ ok: true });
    expect((await everything()).slice(0, 2)).toEqual([steps, reminders]);
    expect(await getProposalView(database.db, user, proposalId, soon)).toMatchObject({
      state: 'open',
      changes: [
        { state: 'open', from: 'Mon 12 Oct, 09:00', to: 'Mon 2 Nov, 09:00' },
        { state: 'open' },
        { state: 'refused' },
      ],
    });
    // Nothing goes over words that the person wrote after the act.
    const actId = await acceptAll();
    const id = (await stepsOf(database.db, leadId)).find(({ title }) => title === 'Ask about May')?.id ?? '';
    const mine = { userId, stepId: id, title: 'Mine', draft: '', dueLocal: null, now: later({ minutes: 6 }) };
    await editStep(database.db, mine);
    expect(await undo(actId)).toMatchObject({ ok: false, reason: 'newer' });
    expect(await stepRow(id)).toMatchObject({ title: 'Mine' });
  });

  it('that is taken back after other changes took its place stays undecided', async () => {
    const proposalId = await proposed(database.db, leadId, [move('s1', 20)]);
    const result = await accept(proposalId);
    await proposed(database.db, leadId, [drop('s4')], { now: later({ minutes: 6 }) });
    const actId = result.ok && result.act ? result.act.id : 0;
    const undo = { userId, actId, now: later({ minutes: 7 }) };
    expect(await undoAct(database.db, undo)).toMatchObject({ ok: true });
    const view = await getProposalView(database.db, user, proposalId, soon);
    expect(view).toMatchObject({ state: 'replaced', changes: [{ state: 'open' }] });
  });

  it('moves a step behind an event, and waits there without a reminder until the event has a date', async () => {
    const id = await stepId(3);
    await accept(await proposed(database.db, leadId, [move('s4', 3, '2 days after the demo')]));
    expect(await stepRow(id)).toMatchObject({ anchor: 'demo', dueAt: null });
    expect(await reminderOf(database.db, id)).toMatchObject({ status: 'cancelled' });
    const demo = { userId, leadId, event: 'demo', local: '2026-10-19T14:00', now: soon } as const;
    await setEventDate(database.db, demo);
    expect(await stepRow(id)).toMatchObject({ dueLocal: '2026-10-21T09:00' });
  });

  it('adds, rewords and drops in one tap; what stays keeps id and reminder', async () => {
    const [first, second, third] = await stepsOf(database.db, leadId);
    const changes = [
      drop('s1'),
      reword('s2', 'Ask about May', 'Hi Anna, when in May?'),
      add('Case study', 4),
    ];
    const proposalId = await proposed(database.db, leadId, changes);
    expect(await accept(proposalId, null)).toMatchObject({ ok: true, accepted: 3, act: null });
    expect(await titles()).toEqual(['Ask about May', 'Case study', 'Step of day 7', 'Step of day 14']);
    expect(await stepRow(one([second]).id)).toMatchObject({
      ...{ draft: 'Hi Anna, when in May?', dueAt: second?.dueAt },
    });
    expect(await stepRow(one([third]).id)).toMatchObject({ title: third?.title, dueAt: third?.dueAt });
    const reminded = (await remindersOf(database.db, leadId)).map((reminder) => reminder.stepId);
    expect(reminded).toHaveLength(4);
    expect(reminded).not.toContain(first?.id);
    expect((await database.db.select().from(proposals))[0]).toMatchObject({ status: 'closed' });
  });

  it('changes nothing when it is tapped a second time, or belongs to somebody else', async () => {
    const proposalId = await proposed(database.db, leadId, [move('s2', 10), drop('s1')]);
    const taps = await Promise.all([accept(proposalId), accept(proposalId)]);
    const decided = { ok: false, reason: 'decided' };
    expect(taps).toContainEqual(expect.objectContaining({ ok: true, accepted: 1 }));
    expect(taps).toContainEqual(decided);
    const before = await everything();
    expect(await accept(proposalId)).toEqual(decided);
    expect(await accept(proposalId, 7)).toEqual(decided);
    const theirs = { userId: 2002, proposalId, changeId: 1, now: soon };
    expect(await acceptChanges(database.db, theirs)).toEqual({ ok: false, reason: 'not-found' });
    expect(await refuseChanges(database.db, theirs)).toEqual({ ok: false, reason: 'not-found' });
    expect(await everything()).toEqual(before);
  });

  const status = (state: 'done' | 'skipped') => async (id: string) =>
    void (await setStepStatus(database.db, { userId, stepId: id, status: state, now: soon }));
  const edit = (dueLocal: string | null) => async (id: string) =>
    void (await editStep(database.db, { userId, stepId: id, title: 'Mine', draft: '', dueLocal, now: soon }));
  const remove = async (id: string) =>
    void (await removeStep(database.db, { userId, stepId: id, now: soon }));
  it.each([
    ['done', status('done')],
    ['skipped', status('skipped')],
    ['removed', remove],
    ['pinned', edit('2026-11-02T10:00')],
    ['edited', edit(null)],
  ])('whose step was %s since has no place, and says so', async (why, meanwhile) => {
    const proposalId = await proposed(database.db, leadId, [move('s2', 10), reword('s3', 'Other', 'Hello')]);
    await meanwhile(await stepId(1));
    const before = await everything();
    const view = await getProposalView(database.db, user, proposalId, soon);
    expect(view?.changes).toMatchObject([{ state: 'gone', gone: why }, { state: 'open' }]);
    expect(await accept(proposalId)).toEqual({ ok: false, reason: 'gone', why });
    expect(await everything()).toEqual(before);
    // The others can be accepted still.
    expect(await accept(proposalId, null)).toMatchObject({ ok: true, accepted: 1 });
  });

  it('is not made for a lead that is closed by now', async () => {
    const proposalId = await proposed(database.db, leadId, [move('s2', 10)]);
    await setLeadStatus(database.db, { userId, leadId, status: 'won', now: soon });
    expect(await accept(proposalId)).toEqual({ ok: false, reason: 'closed' });
  });
});

describe('refused changes', () => {
  it('leave the plan as it is, and the list is decided', async () => {
    const proposalId = await proposed(database.db, leadId, [move('s2', 10), drop('s1')]);
    const before = await everything();
    const refuse = { userId, proposalId, changeId: null, now: soon };
    expect(await refuseChanges(database.db, refuse)).toEqual({ ok: true, refused: 2 });
    expect(await everything()).toEqual(before);
    expect(await getProposalView(database.db, user, proposalId, soon)).toMatchObject({
      state: 'decided',
      changes: [{ state: 'refused' }, { state: 'refused' }],
    });
    expect(await accept(proposalId, null)).toEqual({ ok: false, reason: 'decided' });
  });
});
