import { describe, expect, it } from 'vitest';
import { users } from '../server/db/schema.ts';
import { errorText } from '../server/errors.ts';
import { openTestDatabase } from './support/database.ts';
import { makeUser, monday } from './support/people.ts';

const database = openTestDatabase();

describe('an error in the log', () => {
  it('of a failed query tells the cause, and nothing that people wrote', async () => {
    await makeUser(database.db);
    const error = await database.db
      .insert(users)
      .values({ id: 1001, chatId: 1001, firstName: 'Secret Name', createdAt: monday })
      .catch((thrown: unknown) => thrown);
    expect(errorText(error)).toMatch(
      /query failed \(.*duplicate key value violates unique constraint "users_pkey"\)/,
    );
    expect(errorText(error)).not.toContain('Secret Name');
  });

  it('of any other kind tells its name, its message and its cause', () => {
    const error = new TypeError('no number', { cause: new Error('it was text') });
    expect(errorText(error)).toBe('TypeError: no number (Error: it was text)');
    expect(errorText('just words')).toBe('just words');
  });
});
