import { describe, expect, it } from 'vitest';
import { leads } from '../../server/db/schema.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { button, buttons, formatted } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { remindersOf, stepsOf } from '../support/scenes.ts';

const database = openTestDatabase();

const line = '/add Anna Petrova, CTO at Acme, met at the fair, wants a demo';

describe('/add with a line about somebody', () => {
  it('makes the lead and edits its one message into the finished plan', async () => {
    const world = await openBotWorld(database.db);
    const plan = await world.say(line);
    const [lead] = await database.db.select().from(leads);
    expect(lead).toMatchObject({ name: 'Anna Petrova', company: 'Acme', role: 'CTO', userId: 1001 });
    const steps = await stepsOf(database.db, lead?.id ?? '');
    expect(steps.length).toBeGreaterThanOrEqual(4);
    expect(steps.length).toBeLessThanOrEqual(6);
    expect(await remindersOf(database.db, lead?.id ?? '')).toHaveLength(steps.length);
    expect(await world.messages()).toHaveLength(1);
    expect(plan.editDate).toBeDefined();
    expect(formatted(plan)[0]).toBe('bold: Anna Petrova');
    for (const step of steps) expect(plan.text).toContain(step.title);
    expect(buttons(plan)).toEqual([['openPlan', 'draftAgain']]);
    expect(button(plan, 'openPlan')).toMatchObject({
      web_app: { url: `https://app.example.org/leads/${lead?.id}` },
    });
  });

  it('says at once that the plan is being drafted', async () => {
    let asked = () => {};
    const wasAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    let answer = () => {};
    const drafted = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const world = await openBotWorld(database.db, {
      drafter: async () => {
        asked();
        await drafted;
        return { title: 'Slow plan', draftedBy: 'test', steps: [] };
      },
    });
    const said = world.say(line);
    await wasAsked;
    expect((await world.last()).text).toBe('✍️ Drafting the plan for Anna Petrova…');
    answer();
    expect((await said).text).toContain('Slow plan');
  });

  it('T11: asks before "Draft again", keeps steps of the same name as they are, and shows the plan where it asked', async () => {
    const world = await openBotWorld(database.db);
    const plan = await world.say(line);
    const [lead] = await database.db.select().from(leads);
    const before = await stepsOf(database.db, lead?.id ?? '');
    await world.tap(plan, 'draftAgain');
    const question = await world.last();
    expect(question.text).toBe(
      `Replace the ${before.length} open steps of the plan for Anna Petrova? What is done stays.`,
    );
    expect(await stepsOf(database.db, lead?.id ?? '')).toEqual(before);
    expect(await world.tap(question, 'replace')).toMatchObject({ text: 'Drafting the plan…' });
    const after = await stepsOf(database.db, lead?.id ?? '');
    const named = (steps: typeof after) => steps.map(({ id, title }) => ({ id, title }));
    expect(named(after)).toEqual(named(before));
    expect(await remindersOf(database.db, lead?.id ?? '')).toHaveLength(after.length);
    expect((await world.message(question.id)).text).toContain('Plan “Event contact”');
  });

  it('keeps the plan when that is the answer', async () => {
    const world = await openBotWorld(database.db);
    const plan = await world.say(line);
    const [lead] = await database.db.select().from(leads);
    const before = await stepsOf(database.db, lead?.id ?? '');
    await world.tap(plan, 'draftAgain');
    const question = await world.last();
    await world.tap(question, 'keep');
    expect((await world.message(question.id)).text).toBe(
      'All right, the plan for Anna Petrova stays as it is.',
    );
    expect(await stepsOf(database.db, lead?.id ?? '')).toEqual(before);
  });
});

describe('/add that says too little or too much', () => {
  it('asks who it is, with the way to the contacts, when nothing follows', async () => {
    const world = await openBotWorld(database.db);
    const prompt = await world.say('/add');
    expect(prompt.text).toContain('Who is it?');
    expect((await world.state()).replyKeyboard).toMatchObject([[{ text: '👥 Add from contacts' }]]);
    expect(await database.db.select().from(leads)).toHaveLength(0);
  });

  it('makes a card to confirm of the answer to that question, as of any text', async () => {
    const world = await openBotWorld(database.db);
    const prompt = await world.say('/add');
    for (const replyTo of [undefined, prompt.id]) {
      const card = await world.say('Anna Petrova, CTO at Acme', { replyTo });
      expect(card.text).toContain('Anna Petrova · Acme');
      expect(buttons(card)).toEqual([['saveLead', 'editPerson', 'cancelCapture']]);
    }
    expect(await database.db.select().from(leads)).toHaveLength(0);
  });

  it.each([',,,', ', , ;', 'anna@acme.example'])('finds no name in "%s" and adds nothing', async (text) => {
    const world = await openBotWorld(database.db);
    expect((await world.say(`/add ${text}`)).text).toContain('could not find a name');
    expect(await database.db.select().from(leads)).toHaveLength(0);
  });

  it('refuses a name of 121 characters in words', async () => {
    const world = await openBotWorld(database.db);
    const answer = await world.say(`/add ${'x'.repeat(121)}`);
    expect(answer.text).toContain('could not find a name');
    expect(await database.db.select().from(leads)).toHaveLength(0);
  });
});
