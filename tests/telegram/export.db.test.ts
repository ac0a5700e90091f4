import { describe, expect, it } from 'vitest';
import { openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { plannedLead } from '../support/scenes.ts';

const database = openTestDatabase();

describe('/export', () => {
  it('sends the table and everything as two files', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { name: 'Anna Petrova', plan: [0, 3] });
    await world.say('/export');
    const files = (await world.messages()).slice(-2);
    expect(files.map(({ media }) => media && 'document' in media && media.document.file_name)).toEqual([
      'followthrough-2026-10-12.csv',
      'followthrough-2026-10-12.json',
    ]);
    expect(files.map(({ text }) => text)).toEqual([
      expect.stringContaining('Your lead as a table'),
      expect.stringContaining('Everything you have here'),
    ]);
  });

  it('says so when there is nothing', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    expect((await world.say('/export')).text).toContain('There is nothing to export yet');
  });
});
