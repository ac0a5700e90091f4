import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { activities, users } from '../../server/db/schema.ts';
import { type Model, noModel } from '../../server/model/port.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import type { StoredMessage } from '../../server/simulator/state.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { buttons, max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { monday } from '../support/people.ts';
import { remindedLead, stepsOf } from '../support/scenes.ts';
import { tapLabel } from '../support/tap-label.ts';
import { toldModel } from '../support/told-model.ts';

const database = openTestDatabase();
const news = 'Anna said the budget comes in May';
const changes = [
  { kind: 'move', step: 's2', why: 'The budget comes later.', delay_days: 10, timing: 'in 10 days' },
  { kind: 'reword', step: 's1', why: 'Name May.', title: 'Ask about May', draft: 'Hi Anna, when in May?' },
  { kind: 'add', why: 'They asked.', title: 'Case study', draft: '', delay_days: 2, timing: '' },
];

/** What the first button of a message carries. */
function dataOf({ keyboard }: StoredMessage): string {
  const first = keyboard?.[0]?.[0];
  return first && 'callback_data' in first ? (first.callback_data ?? '') : '';
}

const notesOf = (leadId: string) =>
  database.db
    .select()
    .from(activities)
    .where(and(eq(activities.leadId, leadId), eq(activities.kind, 'note')));

/** A reminder in the chat, and a note that answers it. */
async function noted(model: Model) {
  const world = await openBotWorld(database.db, { model });
  const lead = await remindedLead(world, { name: 'Anna', company: 'Acme' });
  return { world, ...lead, note: await world.say(news, { replyTo: lead.reminder.id }) };
}

describe('a note to a lead', () => {
  it('lets the plan follow: each change is accepted or refused by a tap, then the message says what is next', async () => {
    const { world, leadId, note } = await noted(toldModel({ changes }).model);
    expect(buttons(note)).toEqual([['review']]);
    expect(await world.tap(note, 'review')).toMatchObject({ text: 'Thinking about the plan…' });
    const card = await world.message(note.id);
    expect(card.text).toBe(
      [
        `🧭 Anna · Acme\n“${news}”`,
        '3 changes of the plan follow from this. Nothing is changed before you accept it.',
        '1. ~ Step of day 3 · Thu 15 Oct, 09:00 → Thu 22 Oct, 09:00\nThe budget comes later.',
        '2. ✎ Step of day 0 → Ask about May\nName May.\nHi Anna, when in May?',
        '3. ＋ Case study · Wed 14 Oct, 09:00\nThey asked.',
      ].join('\n\n'),
    );
    expect(buttons(card)).toEqual([
      ['✓ 1', '✗ 1', '✓ 2', '✗ 2'],
      ['✓ 3', '✗ 3'],
      ['acceptAll', 'refuseAll'],
      ['open'],
    ]);
    expect((await tapLabel(world, card, '✓ 1')).text).toBe('Accepted: the plan is changed');
    expect((await world.tapData(dataOf(card))).text).toBe('You have decided on this already');
    await tapLabel(world, await world.message(note.id), '✗ 3');
    await tapLabel(world, await world.message(note.id), '✓ 2');
    const decided = await world.message(note.id);
    expect(decided.text).toContain('✅ 1. ~ Step of day 3 · Thu 15 Oct, 09:00 → Thu 22 Oct, 09:00');
    expect(decided.text).toContain('✗ 3. ＋ Case study');
    expect(decided.text).toMatch(/\n\nNext: Ask about May, Mon 12 Oct, 09:00$/);
    expect(buttons(decided)).toEqual([['open']]);
    expect((await stepsOf(database.db, leadId)).map(({ title, dueLocal }) => [title, dueLocal])).toEqual([
      ['Ask about May', '2026-10-12T09:00'],
      ['Step of day 3', '2026-10-22T09:00'],
    ]);
  });

  it('follows what is done meanwhile, and nobody else can decide', async () => {
    const { world, note, stepId, leadId } = await noted(toldModel({ changes }).model);
    await world.tap(note, 'review');
    const card = await world.message(note.id);
    await world.say('/start', { from: max });
    expect((await world.tapData(dataOf(card), max)).text).toBe('This is not here any more');
    await setStepStatus(database.db, { userId: olga, stepId, status: 'done', now: monday });
    await world.settle();
    const redrawn = await world.message(note.id);
    expect(redrawn.text).toContain('This step is done by now.');
    expect((await tapLabel(world, redrawn, 'Refuse all')).text).toBe('Refused: the plan stays as it is');
    expect((await stepsOf(database.db, leadId)).map(({ title }) => title)).toEqual([
      ...['Step of day 0', 'Step of day 3'],
    ]);
  });

  it.each([
    ['is not configured', noModel, false],
    ['is switched off by the person', toldModel().model, true],
  ])('offers nothing while a model %s, and an old button says so', async (_, model, off) => {
    const { world, leadId, reminder, note } = await noted(model);
    if (off) await database.db.update(users).set({ modelOff: true });
    const again = off ? await world.say(news, { replyTo: reminder.id }) : note;
    expect(buttons(again)).toEqual([]);
    const noteId = (await notesOf(leadId))[0]?.id;
    expect((await world.tapData(`v1:review:${noteId}`)).text).toBe(
      'No model may be used here. Change the plan in the app',
    );
    expect((await world.last()).text).toContain('so the plan stays as it is');
  });

  it('whose review fails says why, and that the plan stays as it is', async () => {
    const { world, note } = await noted(toldModel('no', 'no').model);
    await world.tap(note, 'review');
    const card = await world.message(note.id);
    expect(card.text).toContain('The answer of the model could not be used, so the plan stays as it is.');
    expect(buttons(card)).toEqual([['retry', 'editPlan']]);
  });

  it('is the news when its own button is tapped, and when that is tried again, whatever was noted since', async () => {
    const { model, asked } = toldModel('no', 'no', { changes: [] });
    const { world, note, reminder } = await noted(model);
    await world.say('She likes tea', { replyTo: reminder.id });
    await world.tap(note, 'review');
    await world.say('/start', { from: max });
    const failed = await world.message(note.id);
    for (const theirs of [dataOf(note), dataOf(failed)])
      expect((await world.tapData(theirs, max)).text).toBe('This is not here any more');
    world.clock.advance(60_000);
    await world.tap(failed, 'retry');
    expect((await world.message(note.id)).text).toBe(
      `🧭 Anna · Acme\n“${news}”\n\nNothing in the plan needs to change.`,
    );
    expect(asked.map(({ data }) => (data as { news: string }).news)).toEqual([news, news]);
  });
});

describe('another draft', () => {
  const written = async (model: Model) => {
    const world = await openBotWorld(database.db, { model });
    return { world, ...(await remindedLead(world, { name: 'Anna', company: 'Acme' })) };
  };

  it('takes the place of the old one in the reminder', async () => {
    const { model, asked } = toldModel({ draft: 'Hi Anna, coffee?' }, { draft: 'Привет, Анна!' });
    const { world, reminder } = await written(model);
    expect(buttons(reminder).flat()).toContain('reword');
    await world.tap(reminder, 'reword');
    const menu = await world.message(reminder.id);
    expect(buttons(menu)).toEqual([
      ['shorter', 'warmer', 'formal'],
      ['ownWish', 'snoozeBack'],
    ]);
    expect((await world.tap(menu, 'shorter')).text).toBe('Writing another draft…');
    const redrawn = await world.message(reminder.id);
    expect(redrawn.text).toContain('Hi Anna, coffee?');
    expect(buttons(redrawn)).toEqual(buttons(reminder));

    await world.tap(redrawn, 'reword');
    await world.tap(await world.message(reminder.id), 'ownWish');
    const question = await world.last();
    expect(question.text).toContain('Answer in your words');
    await world.say('in Russian', { replyTo: question.id });
    expect((await world.message(reminder.id)).text).toContain('Привет, Анна!');
    expect(asked.map(({ data }) => (data as { wish: string }).wish)).toEqual(['shorter', 'in Russian']);
  });

  it('that holds a link nobody gave is not taken, and the reminder says why', async () => {
    const bad = { draft: 'Pay at https://evil.example/pay' };
    const { world, reminder } = await written(toldModel(bad, bad).model);
    await world.tap(reminder, 'reword');
    await world.tap(await world.message(reminder.id), 'warmer');
    const { text } = await world.message(reminder.id);
    expect(text).toContain('Draft for day 0');
    expect(text).toContain('I could not write another draft: its answer could not be used.');
    expect(text).not.toContain('evil');
  });

  it('is not offered without a model', async () => {
    const { reminder } = await written(noModel);
    expect(buttons(reminder).flat()).not.toContain('reword');
  });
});
