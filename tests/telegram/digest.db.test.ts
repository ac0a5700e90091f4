import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { listStaleMessages } from '../../server/chat-messages/queries.ts';
import { rememberMessages } from '../../server/chat-messages/remember.ts';
import { scheduledReminders } from '../../server/db/schema.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { removeStep } from '../../server/plans/arrange-steps.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import type { StoredMessage } from '../../server/simulator/state.ts';
import { toPayload } from '../../server/telegram/card.ts';
import { type DigestIntro, digestCard } from '../../server/telegram/digest-card.ts';
import { listStepCards } from '../../server/views/step-card.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { formatted, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { hours } from '../support/frozen-clock.ts';
import { monday } from '../support/people.ts';
import { one } from '../support/rows.ts';
import { plannedLead, stepsOf } from '../support/scenes.ts';

const database = openTestDatabase();

type Listed = { leadId: string; stepId: string };
let world: BotWorld;
let anna: Listed;
let ben: Listed;

beforeEach(async () => {
  world = await openBotWorld(database.db);
  anna = await plannedLead(world);
  ben = await plannedLead(world, { name: 'Ben *_[]', company: '<b>' });
});

/** A digest of these steps in Olga's chat, as the sender sends and remembers one. */
async function sendDigest(listed: Listed[], intro: DigestIntro = 'due'): Promise<StoredMessage> {
  const { db, clock, appUrl } = world.deps;
  const stepIds = listed.map(({ stepId }) => stepId);
  const found = await listStepCards(db, stepIds, clock.now());
  const cards = stepIds.map((id) => one([found.get(id)]));
  const { text, ...other } = toPayload(digestCard(cards, intro, appUrl));
  const { message_id: messageId } = await world.api.sendMessage(olga, text, other);
  const unconfirmedAt = intro === 'unconfirmed' ? clock.now() : null;
  const sent = { status: 'sent', sentAt: clock.now(), messageId, unconfirmedAt } as const;
  for (const id of stepIds) {
    await db.update(scheduledReminders).set(sent).where(eq(scheduledReminders.stepId, id));
  }
  const message = { userId: olga, chatId: olga, messageId, kind: 'digest' } as const;
  const about = { leadId: null, stepId: null, stepIds, versions: cards.map(({ version }) => version) };
  await db.transaction((tx) => rememberMessages(tx, [{ ...message, ...about }], clock.now()));
  return world.message(messageId);
}

/** The person taps the button with that label. */
async function tap(shown: StoredMessage, label: string): Promise<{ text?: string }> {
  const row = labels(shown).findIndex((all) => all.includes(label));
  const column = labels(shown)[row]?.indexOf(label);
  const response = await fetch(`${world.simulator.url}/simulator/tap`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: olga, messageId: shown.id, row, column }),
  });
  await world.settle();
  return response.json();
}

const labels = ({ keyboard }: StoredMessage) => (keyboard ?? []).map((row) => row.map(({ text }) => text));
const act = () => ({ userId: olga, now: world.clock.now() });
const shown = async ({ id }: StoredMessage) => {
  await world.settle();
  return world.message(id);
};

describe('a digest in the chat', () => {
  it('names every lead and step literally, and is not edited for nothing', async () => {
    const digest = await sendDigest([anna, ben]);
    expect(await listStaleMessages(database.db, 10)).toEqual([]);
    expect(digest.text).toBe(
      `🔔 2 steps are due

1. Anna Petrova · Acme
Step of day 0 · Mon 12 Oct, 09:00

2. Ben *_[] · <b>
Step of day 0 · Mon 12 Oct, 09:00`,
    );
    expect(formatted(digest).filter((one) => one.startsWith('bold'))).toEqual([
      'bold: 2 steps are due',
      'bold: Anna Petrova',
      'bold: Ben *_[]',
    ]);
    expect(world.complaints()).toEqual([]);
  });

  it('shows what was done in the chat, and takes it back', async () => {
    const digest = await sendDigest([anna, ben]);
    expect(await tap(digest, '✓ Done 2')).toMatchObject({ text: '✅ Done' });
    expect((await stepsOf(database.db, ben.leadId))[0]).toMatchObject({ status: 'done' });
    const redrawn = await shown(digest);
    expect(redrawn.text).toMatch(/^🔔 1 step is due\n/);
    expect(redrawn.text).toContain('2. Ben *_[] · <b>\n✅ Step of day 0 · done Mon 12 Oct, 09:00');
    expect(labels(redrawn).slice(0, 2)).toEqual([
      ['✓ Done 1', 'Snooze 1', 'Skip 1', 'Open 1'],
      ['Undo 2', 'Open 2'],
    ]);
    expect(await tap(redrawn, 'Undo 2')).toMatchObject({ text: 'Open again' });
    expect(await shown(digest)).toMatchObject({ text: digest.text, keyboard: digest.keyboard });
  });

  it('snoozes and skips, each its own step', async () => {
    const digest = await sendDigest([anna, ben]);
    expect(await tap(digest, 'Snooze 1')).toMatchObject({ text: 'Until when? Step of day 0' });
    const choices = await shown(digest);
    expect(choices.text).toBe(digest.text);
    expect(await tap(choices, 'Tomorrow')).toMatchObject({ text: 'Snoozed until Tue 13 Oct, 09:00' });
    const asleep = await shown(digest);
    expect(labels(asleep)[0]).toEqual(['✓ Done 1', 'Undo 1', 'Skip 1', 'Open 1']);
    expect(await tap(await shown(digest), 'Skip 2')).toMatchObject({ text: 'Skipped' });
    expect((await shown(digest)).text).toBe(
      `✔️ Nothing in this list is waiting for you any more.

1. Anna Petrova · Acme
💤 Step of day 0 · snoozed until Tue 13 Oct, 09:00

2. Ben *_[] · <b>
➖ Step of day 0 · skipped Mon 12 Oct, 09:00`,
    );
  });

  it('follows what is done in the app', async () => {
    const digest = await sendDigest([anna, ben]);
    const { stepId } = anna;
    await setStepStatus(database.db, { ...act(), stepId, status: 'done' });
    const words = { title: 'Call *him*', draft: '', dueLocal: null };
    await editStep(database.db, { ...act(), stepId: ben.stepId, ...words });
    const { text } = await shown(digest);
    expect(text).toContain('✅ Step of day 0 · done');
    expect(text).toContain('2. Ben *_[] · <b>\nCall *him* · Mon 12 Oct, 09:00');
    await setLeadStatus(database.db, { ...act(), leadId: ben.leadId, status: 'won' });
    expect((await shown(digest)).text).toContain('🏁 Call *him* · cancelled Mon 12 Oct, 09:00');
  });

  it('drops a step that is gone, its lead too, and keeps the numbers', async () => {
    const digest = await sendDigest([anna, ben]);
    await deleteLead(database.db, { userId: olga, leadId: anna.leadId, now: monday });
    const redrawn = await shown(digest);
    expect(redrawn.text).toBe('🔔 1 step is due\n\n2. Ben *_[] · <b>\nStep of day 0 · Mon 12 Oct, 09:00');
    expect(labels(redrawn)[0]).toContain('✓ Done 2');
    await removeStep(database.db, { ...act(), stepId: ben.stepId });
    expect(await shown(digest)).toMatchObject({ text: 'These steps are no longer in a plan.' });
  });

  it('is about nobody in particular: a reply to it is no note', async () => {
    const digest = await sendDigest([anna, ben]);
    const answer = await world.say('Carla Smith', { replyTo: digest.id });
    expect(answer.text).toBe('Carla Smith');
  });
});

describe('a digest that came late', () => {
  it('says so, and for as long as it stands', async () => {
    world.clock.advance(hours(3));
    const digest = await sendDigest([anna, ben]);
    expect(digest.text).toMatch(/^🔔 2 steps are due\n⏳ Late: I could not send these in time\.\n/);
    world.clock.advance(hours(30));
    await tap(digest, '✓ Done 1');
    const { text } = await shown(digest);
    expect(text).toMatch(/^🔔 1 step is due\n⏳ Late: I could not send it in time\.\n/);
    expect(text).toContain('⏳ Step of day 0 · Mon 12 Oct, 09:00');
  });
});

describe('a digest of reminders that may not have arrived', () => {
  it('goes on saying so when it is drawn again', async () => {
    const digest = await sendDigest([anna, ben], 'unconfirmed');
    await tap(digest, '✓ Done 1');
    const { text } = await shown(digest);
    expect(text).toMatch(/^⚠️ I could not confirm that my reminders about these steps reached you/);
    expect(text).toContain('✅ Step of day 0');
  });
});
