import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { cut } from '../../cut.ts';
import type { Db } from '../../db/client.ts';
import { planTemplates } from '../../db/schema.ts';
import type { TemplateInput } from './input.ts';
import { getTemplate, isTemplateKey } from './queries.ts';

type Asked = { userId: number; key: string };
type Refusal = { ok: false; reason: 'not-found' };
const notFound = { ok: false, reason: 'not-found' } as const;
const maxTitle = 120;

/**
 * Templates are copied into plans as they are followed (plans/draft-from-template.ts): nothing here changes a plan that
 * runs.
 */

/** A new template of the person's own; answers its key. */
export async function createTemplate(
  db: Db,
  { userId, template, now }: { userId: number; template: TemplateInput; now: Date },
): Promise<{ ok: true; key: string }> {
  const [row] = await db
    .insert(planTemplates)
    .values({ userId, ...template, createdAt: now, updatedAt: now })
    .returning({ id: planTemplates.id });
  if (!row) throw new Error('an insert returned no row');
  return { ok: true, key: row.id };
}

/** Writes one of the person's own anew; for a built-in one, the version that stands in its place for this person. */
export async function saveTemplate(
  db: Db,
  { userId, key, template, now }: Asked & { template: TemplateInput; now: Date },
): Promise<{ ok: true } | Refusal> {
  const written = { ...template, updatedAt: now };
  if (isTemplateKey(key)) {
    await db
      .insert(planTemplates)
      .values({ userId, basedOn: key, ...written, createdAt: now })
      .onConflictDoUpdate({
        target: [planTemplates.userId, planTemplates.basedOn],
        targetWhere: sql`based_on is not null`,
        set: written,
      });
    return { ok: true };
  }
  const which = ownBy({ userId, key });
  if (!which) return notFound;
  const saved = await db.update(planTemplates).set(written).where(which).returning({ id: planTemplates.id });
  return saved.length > 0 ? { ok: true } : notFound;
}

/** A template of the person's own that starts as this one is for them; answers its key. */
export async function copyTemplate(
  db: Db,
  { userId, key, now }: Asked & { now: Date },
): Promise<{ ok: true; key: string } | Refusal> {
  const copied = await getTemplate(db, userId, key);
  if (!copied) return notFound;
  const title = `${cut(copied.title, maxTitle - ' (copy)'.length)} (copy)`;
  const { fits, steps } = copied;
  return createTemplate(db, { userId, template: { title, fits, steps }, now });
}

/** One of their own goes; an edited built-in one is again as it was. not-found: also when there is nothing to undo. */
export async function removeTemplate(db: Db, asked: Asked): Promise<{ ok: true } | Refusal> {
  const { userId, key } = asked;
  const edited = and(eq(planTemplates.userId, userId), eq(planTemplates.basedOn, key));
  const which = isTemplateKey(key) ? edited : ownBy(asked);
  if (!which) return notFound;
  const gone = await db.delete(planTemplates).where(which).returning({ id: planTemplates.id });
  return gone.length > 0 ? { ok: true } : notFound;
}

/** Null for what is no id at all. */
function ownBy({ userId, key }: Asked) {
  if (!z.uuid().safeParse(key).success) return null;
  return and(eq(planTemplates.userId, userId), eq(planTemplates.id, key), isNull(planTemplates.basedOn));
}
