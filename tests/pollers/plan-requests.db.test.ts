import { describe, expect, it } from 'vitest';
import { leads, planRequests, planTemplates } from '../../server/db/schema.ts';
import { leadInput } from '../../server/leads/input.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { createModel } from '../../server/model/create-model.ts';
import type { Model } from '../../server/model/port.ts';
import type { DraftedPlan } from '../../server/plans/draft.ts';
import { createDrafter } from '../../server/plans/drafter.ts';
import { addLead, claimPlanRequest } from '../../server/plans/requests.ts';
import { templateKeys } from '../../server/plans/templates/template.ts';
import { createDrafting } from '../../server/pollers/plan-requests.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { button, buttons, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { frozenClock } from '../support/frozen-clock.ts';
import { answeredPlan, handMadeModel, noAnswerFor } from '../support/hand-made-model.ts';
import { keepLog } from '../support/log.ts';
import { startModelStandIn } from '../support/model-stand-in.ts';
import { makeUser, monday, planOf } from '../support/people.ts';
import { later } from '../support/rows.ts';
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

/** A template of theirs that nobody can use, in place of each that is built in. */
async function spoilTemplates() {
  const steps = [{}] as (typeof planTemplates.$inferInsert)['steps'];
  const spoilt = { userId: olga, title: 'Spoilt', fits: '', steps, createdAt: monday, updatedAt: monday };
  await database.db.insert(planTemplates).values(templateKeys.map((basedOn) => ({ ...spoilt, basedOn })));
}

/** Adds a lead and lets a failing drafter have its three tries. */
async function addPatiently(world: BotWorld) {
  const { id } = await world.say('/add Anna Petrova');
  for (const seconds of [10, 20]) {
    expect((await world.message(id)).text).toMatch(/^✍️ Drafting the plan for Anna Petrova…/);
    world.clock.advance(seconds * 1000);
    await world.settle();
  }
  return world.message(id);
}

describe('a drafter that fails', () => {
  it('is asked again, a while later, and the person sees only the plan', async () => {
    const { drafter, seen } = failingDrafter(2);
    const world = await openBotWorld(database.db, { drafter });
    const plan = await addPatiently(world);
    expect(seen.calls).toBe(3);
    expect(plan.text).toContain('Plan “Test plan”, 4 steps');
    expect(await world.messages()).toHaveLength(1);
  });

  it('three times is replaced by the best template, which says so without details', async () => {
    const { drafter, seen } = failingDrafter(3);
    const world = await openBotWorld(database.db, { drafter });
    const plan = await addPatiently(world);
    expect(seen.calls).toBe(3);
    expect(plan.text).toMatch(/Something went wrong on my side, so this is the template “.+”\.$/);
    expect(buttons(plan)).toEqual([['openPlan', 'draftAgain']]);
    expect(await database.db.select().from(planRequests)).toMatchObject([{ status: 'done', attempts: 3 }]);
  });

  it('and whose workers died three times, is replaced too', async () => {
    const { drafter, seen } = failingDrafter(0);
    const world = await openBotWorld(database.db);
    await makeUser(database.db);
    const lead = leadInput.parse({ name: 'Anna Petrova' });
    const leadId = await addLead(database.db, { userId: olga, lead, now: monday });
    for (const minutes of [0, 2, 4]) await claimPlanRequest(database.db, later({ minutes }));
    world.clock.moveTo(later({ minutes: 6 }));
    const drafting = createDrafting({ ...world.deps, drafter });
    await drafting.run(new AbortController().signal);
    await drafting.idle();
    expect(seen.calls).toBe(0);
    expect(await stepsOf(database.db, leadId)).not.toEqual([]);
  });

  it('and no template that can stand in, is told of in the message, with a way on', async () => {
    const { drafter } = failingDrafter(3);
    const world = await openBotWorld(database.db, { drafter });
    await world.say('/start');
    await spoilTemplates();
    const failed = await addPatiently(world);
    const [lead] = await database.db.select().from(leads);
    expect(failed.text).toBe(
      'Anna Petrova\nI could not draft a plan. Your lead is safe: try again, or write the steps yourself in the app.',
    );
    expect(buttons(failed)).toEqual([['retry', 'write']]);
    expect(button(failed, 'write')).toMatchObject({
      web_app: { url: `https://app.example.org/leads/${lead?.id}` },
    });
    expect(await database.db.select().from(planRequests)).toMatchObject([{ status: 'failed', attempts: 3 }]);
    expect(await world.tap(failed, 'retry')).toMatchObject({ text: 'Drafting the plan…' });
    const plan = await world.message(failed.id);
    expect(plan.text).toContain('Plan “Test plan”, 4 steps');
    expect(buttons(plan)).toEqual([['openPlan', 'draftAgain']]);
  });

  it('for one lead does not keep the others from their plan', async () => {
    const world = await openBotWorld(database.db, {
      drafter: async ({ name }) => {
        if (name === 'Boris Petrov') throw new Error('no');
        return planOf(0);
      },
    });
    await world.say('/add Boris Petrov');
    expect((await world.say('/add Anna Petrova')).text).toContain('Plan “Test plan”, 1 step:');
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

describe('a plan a model writes', () => {
  const busy = noAnswerFor('busy', 20_000);

  it('comes from the provider with its dates, and says who wrote it and from what', async () => {
    const standIn = await startModelStandIn();
    const { log } = keepLog();
    const model = createModel(standIn.config(), { db: database.db, clock: frozenClock(monday), log });
    const world = await openBotWorld(database.db, { model });
    standIn.play({ kind: 'text-days' });
    const plan = await world.say('/add Anna Petrova, asked for a demo');
    expect(plan.text).toMatch(/^1\. .+ · (Mon|Tue|Wed|Thu|Fri) \d+ Oct/m);
    expect(plan.text).toMatch(/Written by stand-in-colleague from your notes\.$/);
    expect(standIn.calls).toHaveLength(2);
    const [lead] = await database.db.select().from(leads);
    const dated = (await stepsOf(database.db, lead?.id ?? '')).filter(({ dueAt }) => dueAt !== null);
    const reminded = (await remindersOf(database.db, lead?.id ?? '')).map(({ stepId }) => stepId);
    expect(reminded.sort()).toEqual(dated.map(({ id }) => id).sort());
  });

  it('falls back to a template at once when the provider does not take the key', async () => {
    const standIn = await startModelStandIn();
    const { log } = keepLog();
    const model = createModel(standIn.config(), { db: database.db, clock: frozenClock(monday), log });
    const world = await openBotWorld(database.db, { model });
    standIn.play({ kind: '401' });
    const plan = await world.say('/add Anna Petrova, asked for a demo');
    expect(plan.text).toMatch(/The model does not let us in, .* so this is the template “.+”\.$/);
    expect(standIn.calls).toHaveLength(1);
  });

  it('tells in its message how far it is', async () => {
    const seen: string[] = [];
    const { model } = handMadeModel({ json: {} }, { json: answeredPlan() });
    const watched: Model = {
      ...model,
      ask: async (question) => {
        const shown = async (words: string) => {
          await eventually(async () => (await world.last()).text.includes(words));
          const [message] = await world.messages();
          seen.push(`${message?.text} ${JSON.stringify(message && buttons(message))}`);
        };
        await shown('writing');
        const onRepair = async () => {
          await question.onRepair?.();
          await shown('right');
        };
        return model.ask({ ...question, onRepair });
      },
    };
    const world = await openBotWorld(database.db, { model: watched });
    const plan = await world.say('/add Anna Petrova');
    expect(seen).toEqual([
      '✍️ Drafting the plan for Anna Petrova…\nThe model is writing… [["stopDraft"]]',
      '✍️ Drafting the plan for Anna Petrova…\nPutting the answer right… [["stopDraft"]]',
    ]);
    expect(plan.text).toContain('Plan “To the pilot”, 3 steps:');
    expect(await world.messages()).toHaveLength(1);
  });

  it('waits for a busy provider, and says so', async () => {
    const { model } = handMadeModel(busy, { json: answeredPlan() });
    const world = await openBotWorld(database.db, { model });
    const waiting = await world.say('/add Anna Petrova');
    expect(waiting.text).toContain('The model is busy: I try again in a moment.');
    world.clock.advance(30_000);
    await world.settle();
    expect((await world.message(waiting.id)).text).toContain('Plan “To the pilot”');
  });

  it('waits for a busy provider from the first try on, however long it had stood in line', async () => {
    const { model } = handMadeModel(busy, { json: answeredPlan() });
    const world = await openBotWorld(database.db, { model });
    await makeUser(database.db);
    const lead = leadInput.parse({ name: 'Anna Petrova' });
    await addLead(database.db, { userId: olga, lead, now: later({ hours: -1 }) });
    await world.tick('plan-requests');
    expect(await database.db.select().from(planRequests)).toMatchObject([
      { status: 'pending', stage: 'retrying', notBefore: later({ seconds: 30 }) },
    ]);
  });

  it('comes from a template after three more tries of a provider that stays busy', async () => {
    const { model, asked } = handMadeModel(busy);
    const world = await openBotWorld(database.db, { model });
    const { id } = await world.say('/add Anna Petrova');
    for (const seconds of [30, 30, 60]) {
      expect((await world.message(id)).text).toContain('The model is busy');
      world.clock.advance(seconds * 1000);
      await world.settle();
    }
    expect(asked).toHaveLength(4);
    expect((await world.message(id)).text).toMatch(/The model was too busy, so this is the template “.+”\.$/);
  });

  it('can be stopped, and asked for again, in the same message', async () => {
    const { model } = handMadeModel(busy, { json: answeredPlan() });
    const world = await openBotWorld(database.db, { model });
    const waiting = await world.say('/add Anna Petrova');
    expect(await world.tap(waiting, 'stopDraft')).toMatchObject({ text: 'Stopped.' });
    const stopped = await world.message(waiting.id);
    expect(stopped.text).toContain('I stopped drafting, so there is no plan yet.');
    expect(buttons(stopped)).toEqual([['draftAPlan', 'write']]);
    world.clock.advance(1000);
    await world.tap(stopped, 'draftAPlan');
    expect((await world.message(waiting.id)).text).toContain('Plan “To the pilot”');
  });
});

it('a timing whose days and words disagree is logged, without a word of the plan', async () => {
  const odd = answeredPlan({ title: 'A secret', timing: 'in three weeks' });
  const world = await openBotWorld(database.db);
  const { log, lines } = keepLog();
  await makeUser(database.db);
  const lead = leadInput.parse({ name: 'Anna Petrova' });
  const leadId = await addLead(database.db, { userId: olga, lead, now: monday });
  const drafter = createDrafter(handMadeModel({ json: odd }).model);
  const drafting = createDrafting({ ...world.deps, log, drafter });
  await drafting.run(new AbortController().signal);
  await drafting.idle();
  expect(lines()).toMatchObject([{ leadId, kind: 'plan', contradictions: 1 }]);
  expect(JSON.stringify(lines())).not.toMatch(/secret|Anna|weeks/);
});

describe('a slow provider', () => {
  const addMany = async (count: number) => {
    await makeUser(database.db);
    for (let n = 0; n < count; n += 1)
      await addLead(database.db, { userId: olga, lead: leadInput.parse({ name: `Lead ${n}` }), now: monday });
  };
  /** A drafter that answers when it is told to. */
  function heldDrafter() {
    const held: (() => void)[] = [];
    const drafter = () => new Promise<DraftedPlan>((answer) => held.push(() => answer(planOf(0))));
    return { drafter, held };
  }
  const statuses = async () =>
    (await database.db.select().from(planRequests)).map(({ status }) => status).sort();

  it('is asked for three plans at once, and for the next when one is there', async () => {
    await addMany(4);
    const { drafter, held } = heldDrafter();
    const world = await openBotWorld(database.db);
    const drafting = createDrafting({ ...world.deps, drafter });
    await drafting.run(new AbortController().signal);
    await eventually(() => held.length === 3);
    expect(await statuses()).toEqual(['pending', 'working', 'working', 'working']);
    held[0]?.();
    await eventually(() => held.length === 4);
    for (const answer of held) answer();
    await drafting.idle();
    expect(await statuses()).toEqual(['done', 'done', 'done', 'done']);
  });

  it('is not waited for when the program stops: the request is given back', async () => {
    await addMany(1);
    const { drafter, held } = heldDrafter();
    const world = await openBotWorld(database.db);
    const drafting = createDrafting({ ...world.deps, drafter }, { graceMs: 0 });
    const stopping = new AbortController();
    await drafting.run(stopping.signal);
    await eventually(() => held.length === 1);
    stopping.abort();
    await drafting.idle();
    expect(await database.db.select().from(planRequests)).toMatchObject([{ status: 'pending', attempts: 1 }]);
  });
});
