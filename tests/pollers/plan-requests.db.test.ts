import { describe, expect, it } from 'vitest';
import { leads, planRequests } from '../../server/db/schema.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { button, buttons, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { monday, planOf } from '../support/people.ts';
import { remindersOf, stepsOf } from '../support/scenes.ts';

const database = openTestDatabase();

/** A drafter that fails as often as told, then drafts. */
function failingDrafter(failures: number) {
  const seen = { calls: 0 };
  const drafter = async () => {
    seen.calls += 1;
    if (seen.calls <= failures) throw new Error('the provider said: key sk-123 is wrong');
    return planOf(0, 3, 7, 14);
  };
  return { drafter, seen };
}

describe('a drafter that fails', () => {
  it('is asked again, and the person sees only the plan', async () => {
    const { drafter, seen } = failingDrafter(2);
    const world = await openBotWorld(database.db, { drafter });
    const plan = await world.say('/add Anna Petrova');
    expect(seen.calls).toBe(3);
    expect(plan.text).toContain('Plan “Test plan”, 4 steps');
    expect(await world.messages()).toHaveLength(1);
  });

  it('three times is told of in the message, without details, with a way on', async () => {
    const { drafter, seen } = failingDrafter(3);
    const world = await openBotWorld(database.db, { drafter });
    const plan = await world.say('/add Anna Petrova');
    const [lead] = await database.db.select().from(leads);
    expect(seen.calls).toBe(3);
    expect(plan.text).toBe(
      'Anna Petrova\nI could not draft a plan. Your lead is safe: try again, or write the steps yourself in the app.',
    );
    expect(buttons(plan)).toEqual([['retry', 'write']]);
    expect(button(plan, 'write')).toMatchObject({
      web_app: { url: `https://app.example.org/leads/${lead?.id}` },
    });
    expect(await database.db.select().from(planRequests)).toMatchObject([{ status: 'failed', attempts: 3 }]);
  });

  it('works after "Try again", in the same message', async () => {
    const { drafter } = failingDrafter(3);
    const world = await openBotWorld(database.db, { drafter });
    const failed = await world.say('/add Anna Petrova');
    expect(await world.tap(failed, 'retry')).toMatchObject({ text: 'Drafting the plan…' });
    const plan = await world.message(failed.id);
    expect(plan.text).toContain('Plan “Test plan”, 4 steps');
    expect(buttons(plan)).toEqual([['openPlan', 'draftAgain']]);
  });

  it('for one lead does not keep the others from their plan', async () => {
    const world = await openBotWorld(database.db, {
      drafter: async ({ name }) => {
        if (name === 'Broken') throw new Error('no');
        return planOf(0);
      },
    });
    await world.say('/add Broken');
    expect((await world.say('/add Fine')).text).toContain('Plan “Test plan”, 1 step:');
  });
});

describe('a plan that is drafted twice', () => {
  it('leaves exactly one pending reminder for each open step', async () => {
    const world = await openBotWorld(database.db);
    const plan = await world.say('/add Anna Petrova, asked for a demo');
    await world.tapTogether(plan, 'draftAgain');
    const [lead] = await database.db.select().from(leads);
    const steps = await stepsOf(database.db, lead?.id ?? '');
    const reminders = await remindersOf(database.db, lead?.id ?? '');
    expect(reminders.map(({ stepId }) => stepId).sort()).toEqual(steps.map(({ id }) => id).sort());
    expect(new Set(reminders.map(({ status }) => status))).toEqual(new Set(['pending']));
  });
});

describe('a lead that is deleted while its plan is drafted', () => {
  it('stays deleted, and its message says so', async () => {
    const world = await openBotWorld(database.db, {
      drafter: async () => {
        const [lead] = await database.db.select().from(leads);
        await deleteLead(database.db, { userId: olga, leadId: lead?.id ?? '', now: monday });
        return planOf(0);
      },
    });
    const message = await world.say('/add Anna Petrova');
    expect(message.text).toContain('This lead was deleted');
    expect(await database.db.select().from(leads)).toHaveLength(0);
    expect(world.complaints()).toEqual([]);
  });
});
