import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import * as messages from '../../server/chat-messages/mutations.ts';
import { getMessageSubject, listStaleMessages } from '../../server/chat-messages/queries.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { removeStep } from '../../server/plans/arrange-steps.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import { later, messagesOf, one, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;
let stepId: string;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  stepId = (await stepAt(database.db, leadId, 0)).id;
});

type Message = Parameters<typeof messages.rememberMessage>[1];
const remember = (messageId: number, more: Partial<Message> = {}) =>
  messages.rememberMessage(database.db, {
    userId,
    chatId: userId,
    messageId,
    kind: 'reminder',
    leadId,
    stepId,
    now: monday,
    ...more,
  });
const stale = async (limit = 10) => listStaleMessages(database.db, limit);
const staleIds = async () => (await stale()).map((message) => message.messageId);

async function showAll() {
  for (const message of await stale(100)) await messages.markShown(database.db, message);
}

describe('a message that is remembered', () => {
  it('is drawn once more, for what changed while it was on its way', async () => {
    await remember(1);
    expect(await staleIds()).toEqual([1]);
    await showAll();
    expect(await staleIds()).toEqual([]);
  });

  it('twice is one row, drawn again', async () => {
    await remember(1);
    await showAll();
    await remember(1, { kind: 'nudge', stepId: null });
    expect(await messagesOf(database.db)).toMatchObject([
      { kind: 'nudge', leadId, stepId: null, sentAt: monday },
    ]);
    expect(await staleIds()).toEqual([1]);
  });

  it('with the same number in another chat is another message', async () => {
    await makeUser(database.db, { id: 2002 });
    await remember(1);
    await remember(1, { userId: 2002, chatId: 2002 });
    expect(await stale()).toHaveLength(2);
  });

  it('about a lead or a step that is gone is remembered as that', async () => {
    await remember(1, { leadId: randomUUID(), stepId: randomUUID() });
    await remember(2, { stepId: randomUUID() });
    expect(await messagesOf(database.db)).toMatchObject([
      { leadId: null, stepId: null },
      { leadId, stepId: null },
    ]);
  });
});

describe('messages that no longer tell the truth', () => {
  beforeEach(async () => {
    const other = await makePlannedLead(database.db, { days: [0] });
    const otherStep = await stepAt(database.db, leadId, 1);
    await remember(1);
    await remember(2, { stepId: otherStep.id });
    await remember(3, { kind: 'plan', stepId: null });
    await remember(4, { kind: 'nudge', stepId: null });
    await remember(5, { leadId: other.leadId, stepId: (await stepAt(database.db, other.leadId, 0)).id });
    await showAll();
  });

  it('are those of the step, and those that show it in its plan', async () => {
    await messages.markStepMessagesStale(database.db, { id: stepId, leadId });
    expect((await staleIds()).sort()).toEqual([1, 3]);
  });

  it('are all of the lead', async () => {
    await messages.markLeadMessagesStale(database.db, leadId);
    expect((await staleIds()).sort()).toEqual([1, 2, 3, 4]);
  });

  it('are those that show the plan', async () => {
    await messages.markPlanMessagesStale(database.db, leadId);
    expect(await staleIds()).toEqual([3]);
  });

  it('are all of a lead that goes, and they let go of it', async () => {
    await deleteLead(database.db, { userId, leadId, now: monday });
    expect((await stale()).map(({ leadId: of, stepId: step }) => [of, step])).toEqual(
      Array(4).fill([null, null]),
    );
  });

  it('are those of a step that goes', async () => {
    await removeStep(database.db, { userId, stepId, now: monday });
    const gone = (await stale()).filter(({ kind }) => kind === 'reminder');
    expect(gone).toMatchObject([{ messageId: 1, leadId, stepId: null }]);
  });
});

describe('digests that no longer tell the truth', () => {
  beforeEach(async () => {
    const other = await makePlannedLead(database.db, { days: [0] });
    const otherStep = await stepAt(database.db, other.leadId, 0);
    const second = await stepAt(database.db, leadId, 1);
    const digest = { kind: 'digest', leadId: null, stepId: null } as const;
    await remember(1, { ...digest, stepIds: [otherStep.id, stepId] });
    await remember(2, { ...digest, stepIds: [second.id, otherStep.id] });
    await remember(3, { ...digest, stepIds: [otherStep.id] });
    await remember(4, { kind: 'plan', stepId: null });
    await showAll();
  });

  it('are those that list the step', async () => {
    await messages.markStepMessagesStale(database.db, { id: stepId, leadId });
    expect((await staleIds()).sort()).toEqual([1, 4]);
  });

  it('are those that list a step of the lead', async () => {
    await messages.markLeadMessagesStale(database.db, leadId);
    expect((await staleIds()).sort()).toEqual([1, 2, 4]);
  });

  it('are none when only the order of the plan changed', async () => {
    await messages.markPlanMessagesStale(database.db, leadId);
    expect(await staleIds()).toEqual([4]);
  });

  it('are those that list a step of a lead that goes', async () => {
    const listed = (await messagesOf(database.db)).map(({ stepIds }) => stepIds);
    await deleteLead(database.db, { userId, leadId, now: monday });
    expect((await staleIds()).sort()).toEqual([1, 2, 4]);
    expect((await messagesOf(database.db)).map(({ stepIds }) => stepIds)).toEqual(listed);
  });

  it('are those that list a step that goes, by itself or with its plan', async () => {
    await removeStep(database.db, { userId, stepId, now: monday });
    expect((await staleIds()).sort()).toEqual([1, 4]);
    await showAll();
    await savePlan(database.db, { leadId, plan: planOf(1), now: monday });
    expect((await staleIds()).sort()).toEqual([2, 4]);
  });
});

describe('a change while a message is drawn', () => {
  it('is drawn next time', async () => {
    await remember(1);
    const read = one(await stale());
    await messages.markStepMessagesStale(database.db, { id: stepId, leadId });
    await messages.markShown(database.db, read);
    expect(await staleIds()).toEqual([1]);
    await showAll();
    expect(await staleIds()).toEqual([]);
  });

  it('is drawn once, however many there were', async () => {
    await remember(1);
    for (const _ of [1, 2, 3]) await messages.markStepMessagesStale(database.db, { id: stepId, leadId });
    await showAll();
    expect(await staleIds()).toEqual([]);
  });
});

describe('the messages to draw', () => {
  it('come oldest first, no more than asked for', async () => {
    await remember(3, { now: later({ minutes: 2 }) });
    await remember(1, { now: later({ minutes: 1 }) });
    await remember(2, { now: later({ minutes: 3 }) });
    expect((await stale(2)).map((message) => message.messageId)).toEqual([1, 3]);
  });
});

describe('a reply to a message', () => {
  it('is about the lead that the message was about', async () => {
    await remember(1);
    expect(await getMessageSubject(database.db, { userId, messageId: 1 })).toEqual({ leadId });
  });

  it('is about nothing when the message mirrors nothing, or is in another chat', async () => {
    await remember(1);
    expect(await getMessageSubject(database.db, { userId, messageId: 2 })).toBeNull();
    expect(await getMessageSubject(database.db, { userId: 2002, messageId: 1 })).toBeNull();
  });

  it('is about nobody in particular when the message lists several steps', async () => {
    await remember(1, { kind: 'digest', leadId: null, stepId: null, stepIds: [stepId] });
    expect(await getMessageSubject(database.db, { userId, messageId: 1 })).toBeNull();
  });

  it('tells that the lead was deleted', async () => {
    await remember(1);
    await deleteLead(database.db, { userId, leadId, now: monday });
    expect(await getMessageSubject(database.db, { userId, messageId: 1 })).toEqual({ leadId: null });
  });
});
