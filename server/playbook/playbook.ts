import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../db/client.ts';
import { playbooks } from '../db/schema.ts';
import { typedText } from '../text-input.ts';

/** How many example messages a person can give. */
export const maxExamples = 5;

/** What a person sells and how they write; whatever they give is used in every plan and draft of theirs. */
export const playbookInput = z.object({
  sells: typedText('What you sell', 1000),
  audience: typedText('To whom you sell', 1000),
  tone: typedText('Your tone', 300),
  rules: typedText('The list of your rules', 2000),
  examples: z
    .array(typedText('An example message', 2000))
    .transform((messages) => messages.filter((message) => message !== ''))
    .pipe(z.array(z.string()).max(maxExamples, `${maxExamples} example messages at most`)),
});

/** Texts in the person's own words, '' for what they did not give; up to five examples, none of them empty. */
export type Playbook = z.output<typeof playbookInput>;

const nothing: Playbook = { sells: '', audience: '', tone: '', rules: '', examples: [] };

/** A person's playbook; an empty one when they never wrote any. */
export async function getPlaybook(db: Db, userId: number): Promise<Playbook> {
  const { sells, audience, tone, rules, examples } = playbooks;
  const [row] = await db
    .select({ sells, audience, tone, rules, examples })
    .from(playbooks)
    .where(eq(playbooks.userId, userId));
  return row ?? nothing;
}

/** Stores a person's playbook in place of the one before; running plans stay as they are. */
export async function savePlaybook(
  db: Db,
  { userId, playbook, now }: { userId: number; playbook: Playbook; now: Date },
): Promise<void> {
  const row = { ...playbook, updatedAt: now };
  await db
    .insert(playbooks)
    .values({ ...row, userId })
    .onConflictDoUpdate({ target: playbooks.userId, set: row });
}

/** Whether nothing was given, so that there is nothing to use or to name. */
export const isEmptyPlaybook = ({ examples, ...texts }: Playbook): boolean =>
  examples.length === 0 && Object.values(texts).every((text) => text === '');
