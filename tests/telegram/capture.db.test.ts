import { describe, expect, it } from 'vitest';
import { sharedPhone } from '../../server/capture/phone.ts';
import { captures, leads } from '../../server/db/schema.ts';
import { leadInput } from '../../server/leads/input.ts';
import { createLead } from '../../server/leads/mutations.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { button, buttons } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makeUser } from '../support/people.ts';
import { leadRow, one } from '../support/rows.ts';
import { textUpdate } from '../support/updates.ts';

const database = openTestDatabase();
const leadRows = () => database.db.select().from(leads);
const captureRows = () => database.db.select().from(captures);
const csv = (text: string, name = 'contacts.csv') => ({ name, mimeType: 'text/csv', bytes: text });

describe('what is captured', () => {
  it.each([
    {
      what: 'a forward of a person',
      forward: {
        from: { first_name: 'Ivan', last_name: 'Petrov', username: 'ivan_p' },
        text: 'A demo, please?',
      },
      shows: ['Ivan Petrov', '@ivan_p', 'Forwarded from Ivan Petrov', 'Ivan Petrov: A demo, please?'],
    },
    {
      what: 'a forward of somebody who hides their account',
      forward: { hiddenName: 'Lucía O.', text: '¿Tiene un momento?' },
      shows: ['Lucía O.', 'Forwarded from Lucía O.', 'Lucía O.: ¿Tiene un momento?'],
    },
    {
      what: 'a forward of a channel',
      forward: { channel: { title: 'Acme News', username: 'acme_news' }, text: 'We open in Berlin.' },
      shows: ['Acme News', '@acme_news', 'Acme News: We open in Berlin.'],
    },
    {
      what: 'a forward of a group, signed by an admin',
      forward: { chat: { title: 'Founders', signature: 'Tom Berg' }, text: 'Who does audits?' },
      shows: ['Tom Berg · Founders', 'Tom Berg: Who does audits?'],
    },
  ])('$what ends in a confirm card, and is no lead before Save', async ({ forward, shows }) => {
    const world = await openBotWorld(database.db);
    const card = await world.forward(forward);
    for (const words of shows) expect(card.text).toContain(words);
    expect(buttons(card)).toEqual([['saveLead', 'editPerson', 'cancelCapture']]);
    expect(await leadRows()).toEqual([]);
  });

  it('becomes the message of its plan with Save, once however often it is tapped', async () => {
    const world = await openBotWorld(database.db);
    const card = await world.say('Anna Petrova, CTO at Acme, met at the fair, wants a demo');
    expect(card.text).toContain('Anna Petrova · Acme\nCTO');
    await world.tapTogether(card, 'saveLead');
    expect(await leadRows()).toMatchObject([{ name: 'Anna Petrova', company: 'Acme', role: 'CTO' }]);
    expect((await world.message(card.id)).text).toContain('Plan “');
    expect(await world.messages()).toHaveLength(1);
    expect(await captureRows()).toMatchObject([{ status: 'saved', raw: '' }]);
    expect(world.complaints()).toEqual([]);
  });

  it('T15: is not saved any more after Cancel, whatever an old card still shows', async () => {
    const world = await openBotWorld(database.db);
    const card = await world.say('Anna Petrova, CTO at Acme');
    await world.tap(card, 'cancelCapture');
    expect(await world.message(card.id)).toMatchObject({ text: 'All right, nothing was added.' });
    const [row] = await captureRows();
    expect(await world.tapData(`v1:cap-save:${row?.id}:0`)).toMatchObject({
      text: 'This was decided already',
    });
    expect(await leadRows()).toEqual([]);
  });

  it('is nobody else’s to decide about', async () => {
    const world = await openBotWorld(database.db);
    await world.say('Anna Petrova, CTO at Acme');
    const [row] = await captureRows();
    await world.say('/start', { from: 1002 });
    for (const act of ['cap-save:ID:0', 'cap-all:ID', 'cap-cancel:ID', 'cap-edit:ID:0'])
      expect(await world.tapData(`v1:${act.replace('ID', row?.id ?? '')}`, 1002)).toMatchObject({
        text: 'This is not here any more',
      });
    expect(await captureRows()).toMatchObject([{ status: 'open' }]);
  });
});

describe('forwards in a row', () => {
  it('are one card, named after the first who is not the person, with who said what', async () => {
    const world = await openBotWorld(database.db);
    await world.forward([
      { from: { id: 1001, first_name: 'Olga' }, text: 'Shall we talk?' },
      { from: { first_name: 'Anna', username: 'anna_k' }, text: 'Yes, call me: +49 30 901820' },
      { hiddenName: 'Bob', text: 'Me too' },
    ]);
    expect(await captureRows()).toMatchObject([
      {
        people: [
          {
            name: 'Anna',
            telegram: 'anna_k',
            phone: '+49 30 901820',
            note: 'Me: Shall we talk?\nAnna: Yes, call me: +49 30 901820\nBob: Me too',
          },
        ],
      },
    ]);
    expect(await world.messages()).toHaveLength(1);
    expect((await world.last()).text).toContain('Bob: Me too');
  });

  it('are about somebody else when a minute has passed', async () => {
    const world = await openBotWorld(database.db);
    await world.forward({ hiddenName: 'Anna', text: 'Hi' });
    world.clock.advance(61_000);
    await world.forward({ hiddenName: 'Bob', text: 'Hello' });
    expect(await captureRows()).toHaveLength(2);
  });

  it('of the person’s own words ask who it is about', async () => {
    const world = await openBotWorld(database.db);
    const card = await world.forward({ from: { id: 1001, first_name: 'Olga' }, text: 'Remember the fair' });
    expect(card.text).toContain('Who is it?');
    expect(buttons(card)).toEqual([['editPerson', 'cancelCapture']]);
  });

  it('with a command in it are no command', async () => {
    const world = await openBotWorld(database.db);
    await world.forward({ hiddenName: 'Mallory', text: '/add Eve, CEO at Evil' });
    expect(await leadRows()).toEqual([]);
    expect((await world.last()).text).toContain('Mallory: /add Eve, CEO at Evil');
  });
});

describe('contacts', () => {
  it('that are shared come with their number and what their card tells', async () => {
    const world = await openBotWorld(database.db);
    const vcard = 'BEGIN:VCARD\nVERSION:3.0\nFN:Anna Keller\nORG:Acme\nEMAIL:anna@acme.example\nEND:VCARD';
    const card = await world.shareContact({
      ...{ first_name: 'Anna', last_name: 'Keller', phone_number: '4930901820', vcard },
    });
    expect(card.text).toContain('Anna Keller · Acme\n+49 30 901820 · anna@acme.example\nShared contact');
  });

  it('without "+" are of the country of the person where they can be', () => {
    const cases: [string, string, string][] = [
      ['4930901820', 'DE', '+49 30 901820'],
      ['0170 1234567', 'DE', '+49 170 1234567'],
      ['79161234567', 'DE', '+7 916 123 45 67'],
      ['(415) 555-2671', 'US', '+1 415 555 2671'],
      ['600 123 456', 'ES', '+34 600 12 34 56'],
      ['030 901820', 'DE', '+49 30 901820'],
      ['+34 600 123 456', 'DE', '+34 600 12 34 56'],
      ['34600123456', '', '+34 600 12 34 56'],
    ];
    for (const [text, country, phone] of cases)
      expect([text, sharedPhone(text, country)]).toEqual([text, phone]);
  });

  it('are picked below the question of /add, and each is on the card', async () => {
    const world = await openBotWorld(database.db);
    const prompt = await world.say('/add');
    expect(prompt.text).toContain('Who is it?');
    const card = await world.pickUsers([5001, 5003]);
    expect(card.text).toBe('📇 2 people\n2 new\n\n1. Anna Keller\n2. Lucía Ortega');
    expect(buttons(card)).toEqual([
      ['Save 2 with plans', 'Save 2'],
      ['oneByOne', 'cancelCapture'],
    ]);
  });
});

describe('files', () => {
  it('of a table show how it was read, and the rows that cannot be; the same file again adds nothing', async () => {
    const world = await openBotWorld(database.db);
    const file = csv(
      'Name;Firma;E-Mail\nAnna Weiß;Acme;a@acme.example\n;Nobody;x@y.example\nBob Stone;Beta;\n',
    );
    const card = await world.sendFile(file);
    expect(card.text).toContain('2 new, 1 row cannot be read');
    expect(card.text).toMatch(/line 3: .*name/i);
    expect(card.text).toMatch(/Name from/);
    const { id } = one(await captureRows());
    await world.tapData(`v1:cap-all:${id}`);
    expect((await leadRows()).map(({ name }) => name).sort()).toEqual(['Anna Weiß', 'Bob Stone']);
    const again = await world.sendFile(file);
    expect(again.text).toContain('Everybody here is a lead already');
    expect(again.text).toContain('0 new, 2 already here');
    expect(await leadRows()).toHaveLength(2);
  });

  it('of cards are read, and one by one each is saved or left out', async () => {
    const world = await openBotWorld(database.db);
    const bytes = ['Anna Keller', 'Bob Stone', 'Cem Aydin']
      .map((name) => `BEGIN:VCARD\nVERSION:4.0\nFN:${name}\nEND:VCARD\n`)
      .join('');
    const list = await world.sendFile({ name: 'x.vcf', mimeType: 'text/vcard', bytes });
    await world.tap(list, 'oneByOne');
    const first = await world.message(list.id);
    expect(first.text).toContain('1 of 3\nAnna Keller');
    await world.tap(first, 'saveLead');
    const second = await world.message(list.id);
    expect(second.text).toContain('2 of 3\nBob Stone');
    await world.tap(second, 'leaveOut');
    await world.tap(await world.message(list.id), 'backToList');
    const back = await world.message(list.id);
    expect(back.text).toContain('1. ✅ Anna Keller\n2. ➖ Bob Stone\n3. Cem Aydin');
    await world.tap(back, 'leaveRest');
    expect((await world.message(list.id)).text).toBe('✅ 1 lead was saved, 2 left out.');
  });

  it('keep what was written below them, whether they can be read or not', async () => {
    const world = await openBotWorld(database.db);
    await world.sendFile({ ...csv('Name\nAnna Weiß\n'), caption: 'From the fair' });
    const pdf = { name: 'a.pdf', mimeType: 'application/pdf', bytes: '%PDF-1.7\0\0' };
    await world.sendFile({ ...pdf, caption: 'Bob Stone, CEO at Beta' });
    const video = { file_id: 'x', file_unique_id: 'x', width: 1, height: 1, duration: 1 };
    await world.post(textUpdate(1, '', { text: undefined, video, caption: 'Cem Aydin, CTO at Gamma' }));
    const people = (await captureRows()).flatMap((row) => row.people);
    expect(people).toMatchObject([
      { name: 'Anna Weiß', note: 'From the fair', source: 'Imported from contacts.csv' },
      { name: 'Bob Stone', company: 'Beta' },
      { name: 'Cem Aydin', company: 'Gamma' },
    ]);
  });

  it.each([
    { what: 'too large', file: { ...csv('x'), size: 6 * 1024 * 1024 }, says: 'larger than 5 MB' },
    { what: 'empty', file: csv(''), says: 'is empty' },
    {
      what: 'binary',
      file: { name: 'a.pdf', mimeType: 'application/pdf', bytes: '%PDF-1.7\0\0' },
      says: 'I cannot read that kind of file',
    },
    { what: 'malformed', file: { name: 'a.vcf', mimeType: 'text/vcard', bytes: 'hello' }, says: 'make out' },
    { what: 'without a name', file: csv('Name,E-mail\n,a@b.example\n'), says: 'line 2' },
  ])('that are $what are refused in words', async ({ file, says }) => {
    const world = await openBotWorld(database.db);
    expect((await world.sendFile(file)).text).toContain(says);
    expect(await captureRows()).toEqual([]);
  });
});

describe('somebody who is here already', () => {
  it('is merged, and both notes are kept', async () => {
    const world = await openBotWorld(database.db);
    await makeUser(database.db);
    const leadId = await makeLead(database.db);
    const card = await world.say('Anna Petrova, CTO at Acme, wants a demo');
    expect(card.text).toContain('Already here: Anna Petrova · Acme (the same name)');
    expect(buttons(card)).toEqual([
      ['merge', 'somebodyNew'],
      ['editPerson', 'cancelCapture'],
    ]);
    await world.tap(card, 'merge');
    expect(await leadRow(database.db, leadId)).toMatchObject({ role: 'CTO', notes: 'wants a demo' });
    const merged = await world.message(card.id);
    expect(merged.text).toBe('🔗 Anna Petrova · Acme\nMerged. Added: role, note.');
    expect(button(merged, 'open')).toMatchObject({
      web_app: { url: `https://app.example.org/leads/${leadId}` },
    });
  });

  it('is merged into whom the card shows only', async () => {
    const world = await openBotWorld(database.db);
    await makeUser(database.db);
    await makeLead(database.db);
    const card = await world.say('Anna Petrova, @anna_p');
    const shown = button(card, 'merge');
    const other = { name: 'Anna Smith', telegram: 'anna_p' };
    await createLead(database.db, { userId: 1001, lead: leadInput.parse(other), now: world.clock.now() });
    const data = shown && 'callback_data' in shown ? (shown.callback_data ?? '') : '';
    expect(data.length).toBeLessThanOrEqual(64);
    expect(await world.tapData(data)).toMatchObject({
      text: expect.stringContaining('now looks like Anna Smith'),
    });
    expect(await captureRows()).toMatchObject([{ status: 'open' }]);
  });

  it('is saved after all when the person says that it is somebody new', async () => {
    const world = await openBotWorld(database.db);
    await makeUser(database.db);
    await makeLead(database.db);
    const card = await world.say('/add Anna Petrova, CTO at Acme');
    expect(await leadRows()).toHaveLength(1);
    await world.tap(card, 'somebodyNew');
    await world.tap(await world.message(card.id), 'saveLead');
    expect(await leadRows()).toHaveLength(2);
  });
});

describe('Edit', () => {
  it('opens the card in the app', async () => {
    const world = await openBotWorld(database.db);
    const card = await world.say('Anna Petrova');
    const { id } = one(await captureRows());
    expect(button(card, 'editPerson')).toMatchObject({
      web_app: { url: `https://app.example.org/captures/${id}` },
    });
  });

  it('asks in words where there is no app, until the answer names somebody', async () => {
    const world = await openBotWorld(database.db, { app: null });
    const card = await world.say('Ana Petrowa');
    await world.tap(card, 'editPerson');
    const again = await world.say(',,,', { replyTo: (await world.last()).id });
    expect(again.text).toContain('A lead needs a name');
    await world.say('Anna Petrova, CTO at Acme', { replyTo: again.id });
    expect((await world.message(card.id)).text).toContain('Anna Petrova · Acme\nCTO');
  });

  it('in words, also by a reply to the card, changes what is said and keeps the rest', async () => {
    const world = await openBotWorld(database.db);
    const card = await world.say('Ana Petrowa, CTO at Acme, anna@acme.example, @anna_p, wants a demo');
    const answer = await world.say('Anna Petrova, +49 30 901820, in May', { replyTo: card.id });
    expect(answer.text).toBe('✏️ Changed: Anna Petrova · Acme');
    expect(await captureRows()).toMatchObject([
      {
        people: [
          {
            ...{ name: 'Anna Petrova', company: 'Acme', role: 'CTO', email: 'anna@acme.example' },
            ...{ telegram: 'anna_p', phone: '+49 30 901820', note: 'wants a demo\nin May' },
          },
        ],
      },
    ]);
  });
});
