import { expect, it } from 'vitest';
import { getUser } from '../../server/auth/users.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';

const database = openTestDatabase();

it('a person who blocks the bot before it can answer is noted as such; that is nothing for an administrator', async () => {
  const world = await openBotWorld(database.db);
  await world.say('/start');
  await world.fault({ kind: '403' });
  await world.say('/help');
  expect(await getUser(database.db, olga)).toMatchObject({ unreachableAt: world.clock.now() });
  expect(await database.db.query.deadUpdates.findMany()).toEqual([]);
  expect(world.complaints()).toEqual([]);
  await world.say('/help');
  expect(await getUser(database.db, olga)).toMatchObject({ unreachableAt: null });
});
