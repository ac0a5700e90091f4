import { eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { users } from '../db/schema.ts';

/** Whether a model may read and write for this person (`off`: it may not); a lead's own switch stays as it is. */
export async function setModel(db: Db, { userId, off }: { userId: number; off: boolean }): Promise<void> {
  await db.update(users).set({ modelOff: off }).where(eq(users.id, userId));
}
