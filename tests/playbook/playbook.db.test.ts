import { describe, expect, it } from 'vitest';
import {
  getPlaybook,
  isEmptyPlaybook,
  type Playbook,
  playbookInput,
  savePlaybook,
} from '../../server/playbook/playbook.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { later, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const nothing: Playbook = { sells: '', audience: '', tone: '', rules: '', examples: [] };
const given: Playbook = { ...nothing, sells: 'Solar *panels* <b>', examples: ['Hi Anna,\n\nit is here.'] };
const save = (playbook: Playbook, userId = 1001, now = monday) =>
  savePlaybook(database.db, { userId, playbook, now });

describe('the playbook of a person', () => {
  it('is empty until they write one, and then theirs alone', async () => {
    await makeUser(database.db);
    await makeUser(database.db, { id: 1002 });
    expect(await getPlaybook(database.db, 1001)).toEqual(nothing);
    await save(given);
    expect(await getPlaybook(database.db, 1001)).toEqual(given);
    expect(await getPlaybook(database.db, 1002)).toEqual(nothing);
  });

  it('is replaced as a whole, and can be emptied again', async () => {
    await makeUser(database.db);
    await save(given);
    await save({ ...nothing, tone: 'warm' }, 1001, later({ days: 1 }));
    expect(await getPlaybook(database.db, 1001)).toEqual({ ...nothing, tone: 'warm' });
    await save(nothing, 1001, later({ days: 2 }));
    expect(isEmptyPlaybook(await getPlaybook(database.db, 1001))).toBe(true);
  });

  it('changes no plan that runs', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const before = await stepsOf(database.db, leadId);
    await save(given);
    expect(await stepsOf(database.db, leadId)).toEqual(before);
  });
});

describe('what is typed into it', () => {
  it('loses its outer spaces and its empty examples, which then do not count', () => {
    const typed = { ...nothing, tone: ' warm \0', examples: [' ', '1', '2', '\n', '3', '4', '5', ''] };
    expect(playbookInput.parse(typed)).toEqual({
      ...nothing,
      tone: 'warm',
      examples: ['1', '2', '3', '4', '5'],
    });
  });

  it('is something as soon as one part of it is', () => {
    expect(isEmptyPlaybook(nothing)).toBe(true);
    for (const part of ['sells', 'audience', 'tone', 'rules'] as const)
      expect(isEmptyPlaybook({ ...nothing, [part]: 'x' })).toBe(false);
    expect(isEmptyPlaybook({ ...nothing, examples: ['x'] })).toBe(false);
  });
});
