import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../../db/client.ts';
import { planTemplates } from '../../db/schema.ts';
import { type Template, type TemplateKey, templates } from '../templates.ts';
import { type TemplateStep, templateKeys } from './template.ts';

type Row = typeof planTemplates.$inferSelect;

/**
 * A template as one person has it. `key`: the key of a built-in one, or the id of one of their own. edited: it is
 * built-in, and they have put their own version in its place.
 */
export type PlanTemplate = {
  key: string;
  title: string;
  fits: string;
  steps: TemplateStep[];
  origin: 'built-in' | 'edited' | 'own';
};

export const isTemplateKey = (key: string): key is TemplateKey => templateKeys.some((built) => built === key);

/** All that a person can choose from: the built-in ones, as they edited them, then their own by age. */
export async function listTemplates(db: Db, userId: number): Promise<PlanTemplate[]> {
  const rows = await db
    .select()
    .from(planTemplates)
    .where(eq(planTemplates.userId, userId))
    .orderBy(asc(planTemplates.createdAt), asc(planTemplates.id));
  const edited = new Map(rows.map((row) => [row.basedOn, row]));
  return [
    ...templateKeys.map((key) => builtIn(templates[key], edited.get(key))),
    ...rows.filter(({ basedOn }) => basedOn === null).map(own),
  ];
}

/** One of them, by its key; null when there is none, or it is somebody else's. */
export async function getTemplate(db: Db, userId: number, key: string): Promise<PlanTemplate | null> {
  const ofUser = eq(planTemplates.userId, userId);
  if (isTemplateKey(key)) {
    const [row] = await db
      .select()
      .from(planTemplates)
      .where(and(ofUser, eq(planTemplates.basedOn, key)));
    return builtIn(templates[key], row);
  }
  if (!z.uuid().safeParse(key).success) return null;
  const [row] = await db
    .select()
    .from(planTemplates)
    .where(and(ofUser, eq(planTemplates.id, key), isNull(planTemplates.basedOn)));
  return row ? own(row) : null;
}

function builtIn({ key, title, fits, steps }: Template, edited?: Row): PlanTemplate {
  if (!edited) return { key, title, fits, steps, origin: 'built-in' };
  return { key, title: edited.title, fits: edited.fits, steps: edited.steps, origin: 'edited' };
}

const own = ({ id, title, fits, steps }: Row): PlanTemplate => ({
  key: id,
  title,
  fits,
  steps,
  origin: 'own',
});
