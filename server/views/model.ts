import { and, eq } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { modelUsage } from '../db/schema.ts';
import type { ModelView } from './model-view.ts';

/** What this process knows of its model. */
export type KnownModel = Omit<ModelView, 'off' | 'today'>;

/** The model as this person has it at `now`; their calls are counted by days of UTC. */
export async function getModelView(
  db: Db,
  user: User,
  { name, sees, hears, limit }: KnownModel,
  now: Date,
): Promise<ModelView> {
  const day = now.toISOString().slice(0, 10);
  const [used] = await db
    .select({ calls: modelUsage.calls })
    .from(modelUsage)
    .where(and(eq(modelUsage.who, user.id), eq(modelUsage.day, day)));
  return { name, sees, hears, limit, off: user.modelOff, today: used?.calls ?? 0 };
}
