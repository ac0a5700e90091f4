import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { activities, acts, planSteps } from '../../server/db/schema.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { buttons, max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, hours } from '../support/frozen-clock.ts';
import { remindedLead, stepsOf } from '../support/scenes.ts';

const database = openTestDatabase();

/** Olga's plan of Monday: Day 0, 7 and 14; it is Wednesday now, and Monday's step is still open. */
async function open() {
  const world = await openBotWorld(database.db);
  const scene = await remindedLead(world, { plan: [0, 7, 14] });
  world.clock.advance(days(2) + hours(1));
  return { world, ...scene, dues: () => duesOf(scene.leadId) };
}

const duesOf = async (leadId: string) =>
  (await stepsOf(database.db, leadId)).map(({ dueLocal }) => dueLocal?.slice(5, 10));
const asPlanned = ['10-12', '10-19', '10-26'];
const twoLater = ['10-12', '10-21', '10-28'];

/** How often something was done. */
const countActs = async () => (await database.db.select().from(activities)).length;
const lastActId = async () => Math.max(...(await database.db.select().from(acts)).map(({ id }) => id));
const shown = (world: BotWorld, { id }: { id: number }) => world.message(id);

describe('a step that is done late', () => {
  it('says which later steps moved, in the answer and in its message, with Undo and Keep the dates', async () => {
    const { world, reminder, dues } = await open();
    expect(await world.tap(reminder, 'done')).toMatchObject({
      text: '✅ Done. 2 later steps moved: Wed 21, Wed 28',
    });
    expect(await dues()).toEqual(twoLater);
    const message = await shown(world, reminder);
    expect(message.text).toBe(
      '✅ Step of day 0\nAnna Petrova · Acme\nDone Wed 14 Oct, 10:00\n' +
        '2 later steps moved by 2 working days: Wed 21, Wed 28.\nNext: Step of day 7, Wed 21 Oct, 09:00',
    );
    expect(buttons(message)).toEqual([['undo', 'keepDates'], ['open']]);
  });

  it('says the same when it was skipped', async () => {
    const { world, reminder } = await open();
    expect(await world.tap(reminder, 'skip')).toMatchObject({
      text: 'Skipped. 2 later steps moved: Wed 21, Wed 28',
    });
    expect((await shown(world, reminder)).text).toContain('2 later steps moved by 2 working days');
  });

  it('can be taken back: the message is as it was, to the letter, and so are the dates', async () => {
    const { world, reminder, dues } = await open();
    await world.tap(reminder, 'done');
    expect(await world.tap(await shown(world, reminder), 'undo')).toMatchObject({
      text: 'Taken back. The dates are as they were',
    });
    const { text, entities, keyboard } = reminder;
    expect(await shown(world, reminder)).toMatchObject({ text, entities, keyboard });
    expect(await dues()).toEqual(asPlanned);
  });

  it('can leave the others where they were, and be taken back after that', async () => {
    const { world, reminder, dues } = await open();
    await world.tap(reminder, 'done');
    expect(await world.tap(await shown(world, reminder), 'keepDates')).toMatchObject({
      text: 'Dates kept: Mon 19, Mon 26',
    });
    expect(await dues()).toEqual(asPlanned);
    const kept = await shown(world, reminder);
    expect(kept.text).toContain('\nDates kept: Mon 19, Mon 26.\nNext: Step of day 7, Mon 19 Oct, 09:00');
    expect(buttons(kept)).toEqual([['undo'], ['open']]);
    await world.tap(kept, 'undo');
    expect((await shown(world, reminder)).text).toBe(reminder.text);
  });
});

describe('the message of an earlier act', () => {
  it('offers nothing any more once something else was done with the lead', async () => {
    const { world, reminder, leadId } = await open();
    await world.tap(reminder, 'done');
    const second = (await stepsOf(database.db, leadId))[1]?.id ?? '';
    await setStepStatus(database.db, {
      userId: olga,
      stepId: second,
      status: 'done',
      now: world.clock.now(),
    });
    await world.settle();
    const message = await shown(world, reminder);
    expect(message.text).toMatch(/Done Wed 14 Oct, 10:00\nNext: Step of day 14, Wed 28 Oct, 09:00$/);
    expect(buttons(message)).toEqual([['undo', 'open']]);
  });
});

describe('Undo, tapped twice at the same moment', () => {
  it('counts once', async () => {
    const { world, reminder, dues } = await open();
    await world.tap(reminder, 'done');
    const before = await countActs();
    await world.tapTogether(await shown(world, reminder), 'undo');
    expect(await countActs()).toBe(before + 1);
    expect(await dues()).toEqual(asPlanned);
    expect((await shown(world, reminder)).text).toBe(reminder.text);
  });
});

describe('T15: a button on an old picture of a message', () => {
  it('says that it was taken back already, and takes back nothing that was done since', async () => {
    const { world, reminder } = await open();
    await world.tap(reminder, 'done');
    const data = `v1:undo-act:${await lastActId()}`;
    await world.tapData(data);
    await world.tap(await shown(world, reminder), 'done');
    const before = await countActs();
    expect(await world.tapData(data)).toMatchObject({
      text: 'This was taken back already, or is too long ago',
    });
    expect(await countActs()).toBe(before);
    expect((await shown(world, reminder)).text).toContain('✅ Step of day 0');
  });

  it('"Done" once more says when it was done, changes nothing, and shows what is true', async () => {
    const { world, reminder, stepId, dues } = await open();
    await world.tap(reminder, 'done');
    const message = await shown(world, reminder);
    const before = await countActs();
    world.clock.advance(hours(3));
    expect(await world.tapData(`v1:done:${stepId}`)).toMatchObject({
      text: 'Already done on Wed 14 Oct, 10:00',
    });
    expect(await countActs()).toBe(before);
    expect((await shown(world, reminder)).text).toBe(message.text);
    expect(await dues()).toEqual(twoLater);
  });

  it('opens only the step when something else was done with the lead since', async () => {
    const { world, reminder, leadId, dues } = await open();
    await world.tap(reminder, 'done');
    const old = `v1:undo-act:${await lastActId()}`;
    const second = (await stepsOf(database.db, leadId))[1]?.id ?? '';
    await setStepStatus(database.db, {
      userId: olga,
      stepId: second,
      status: 'skipped',
      now: world.clock.now(),
    });
    const keep = old.replace('undo-act', 'keep-dates');
    const tooLate = 'Something else was done with this lead since: it is too late for that';
    expect(await world.tapData(keep)).toMatchObject({ text: tooLate });
    expect(await world.tapData(old)).toMatchObject({
      text: 'Something else was done with this lead since: the step is open again, the later dates stay',
    });
    expect(await dues()).toEqual(twoLater);
    expect((await shown(world, reminder)).text).toContain('🔔 Anna Petrova');
    expect(await world.tapData(old)).toMatchObject({ text: tooLate });
  });

  it('of another person finds nothing', async () => {
    const { world, reminder, dues } = await open();
    await world.tap(reminder, 'done');
    await world.say('/start', { from: max });
    const gone = { text: 'This was taken back already, or is too long ago' };
    for (const act of ['undo-act', 'keep-dates'])
      expect(await world.tapData(`v1:${act}:${await lastActId()}`, max)).toMatchObject(gone);
    expect(await dues()).toEqual(twoLater);
  });
});

describe('Why then?', () => {
  it('answers in one sentence that stays until it was read', async () => {
    const { world, reminder, leadId } = await open();
    expect(await world.tap(reminder, 'why')).toMatchObject({
      showAlert: true,
      text: 'Day 0 is Mon 12 Oct, 09:00 (Europe/Berlin).',
    });
    await world.tap(reminder, 'done');
    const second = (await stepsOf(database.db, leadId))[1]?.id;
    expect(await world.tapData(`v1:why:${second}`)).toMatchObject({
      text:
        'Day 7 from Mon 12 Oct is Mon 19 Oct, moved to Wed 21 Oct because “Step of day 0” was done late; ' +
        '09:00 is your reminder hour (Europe/Berlin).',
    });
    await world.say('/start', { from: max });
    expect(await world.tapData(`v1:why:${second}`, max)).toMatchObject({ text: 'This is not here any more' });
  });

  it('comes as a message, whole, when it is too long for that', async () => {
    const { world, leadId } = await open();
    const [, second] = await stepsOf(database.db, leadId);
    const title = 'Send the long deck with all the numbers of the year';
    const moves = (['late', 'edited', 'skipped'] as const).map((because) => ({ by: 1, because, title }));
    await database.db
      .update(planSteps)
      .set({ moves })
      .where(eq(planSteps.id, second?.id ?? ''));
    expect(await world.tapData(`v1:why:${second?.id}`)).toMatchObject({ showAlert: false });
    expect((await world.last()).text).toMatch(
      /because “Send the long deck with all the numbers…” was done late and .* your reminder hour \(Europe\/Berlin\)\.$/,
    );
  });
});
