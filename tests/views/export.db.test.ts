import { describe, expect, it } from 'vitest';
import { readFile } from '../../server/capture/reading/read-file.ts';
import { leadInput } from '../../server/leads/input.ts';
import { createLead, deleteLead } from '../../server/leads/mutations.ts';
import { savePlaybook } from '../../server/playbook/playbook.ts';
import { getExport, isEmptyExport } from '../../server/views/export.ts';
import { toCsv, toJson } from '../../server/views/export-files.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makePlannedLead, makeUser, monday } from '../support/people.ts';

const database = openTestDatabase();
const userId = 1001;
const dangerous = {
  name: '=HYPERLINK("http://x.example","Anna")',
  company: '@SUM(A1)',
  role: "'-1+1",
  telegram: 'anna_p',
  email: 'a@x.example',
  phone: '+49 30 12345678',
  source: '+fair',
  notes: '-wants a demo; "soon",\n=today()',
};

/** Everything a person owns, and as the two files. */
async function exported() {
  const user = await makeUser(database.db);
  const all = await getExport(database.db, user, monday);
  return { all, csv: toCsv(all), json: JSON.parse(toJson(all)) };
}
const add = (lead: object) => createLead(database.db, { userId, lead: leadInput.parse(lead), now: monday });

describe('an export', () => {
  it('holds all that one owns and nothing of anybody else', async () => {
    await makePlannedLead(database.db);
    await makeUser(database.db, { id: 1002 });
    await makeLead(database.db, { userId: 1002, name: 'Somebody else' });
    const playbook = { sells: 'Ovens', audience: 'Bakers', tone: '', rules: '', examples: ['Hi'] };
    await savePlaybook(database.db, { userId, playbook, now: monday });
    const gone = await makeLead(database.db, { name: 'Gone Gus' });
    await deleteLead(database.db, { userId, leadId: gone, now: monday });
    const { json } = await exported();
    expect(json).toMatchObject({
      person: { firstName: 'User 1001', timeZone: 'Europe/Berlin' },
      playbook,
      leads: [
        {
          name: 'Anna Petrova',
          company: 'Acme',
          plan: {
            title: 'Test plan',
            steps: [{ title: 'Step of day 0', draft: 'Draft for day 0' }, {}, {}, {}],
          },
          history: [{ kind: 'created' }, { kind: 'plan' }],
        },
      ],
      deletedLeads: [{ name: 'Gone Gus' }],
    });
    expect(JSON.stringify(json)).not.toContain('Somebody else');
  });

  it('is empty for somebody who has nothing yet', async () => {
    expect(isEmptyExport((await exported()).all)).toBe(true);
    await makeLead(database.db);
    expect(isEmptyExport((await exported()).all)).toBe(false);
  });

  it('has one row a lead, with its next step in the time of the person', async () => {
    await makePlannedLead(database.db);
    const [header, row] = (await exported()).csv.split('\r\n');
    expect(header).toBe(
      '\ufeff"Name","Company","Role","Telegram","Email","Phone","Source","Language","Status","Next step","Next step due","Notes"',
    );
    expect(row).toContain('"new","Step of day 0","2026-10-12 09:00"');
  });

  it('gives no spreadsheet a formula', async () => {
    await makeUser(database.db);
    await add(dangerous);
    const { csv } = await exported();
    expect(csv).not.toMatch(/"[=+\-@]/);
    expect(csv).toContain(`"'=HYPERLINK(""http://x.example"",""Anna"")"`);
  });

  it('gives the same people when it is read again', async () => {
    await makeUser(database.db);
    await add(dangerous);
    await add({ name: 'Anna Petrova', company: 'Acme', language: 'de', notes: 'a\nb' });
    const { csv } = await exported();
    const reading = readFile(Buffer.from(csv), { name: 'leads.csv', mimeType: 'text/csv' }, 'DE');
    if (!reading.ok) throw new Error(reading.reason);
    expect(reading.spoilt).toEqual([]);
    expect(reading.mapping).not.toContain('goes to the note');
    const { notes, ...fields } = dangerous;
    const byName = reading.people.toSorted((a, b) => a.name.localeCompare(b.name));
    expect(byName).toMatchObject([
      { ...fields, note: notes, language: '' },
      { name: 'Anna Petrova', company: 'Acme', role: '', language: 'de', note: 'a\nb' },
    ]);
  });
});
