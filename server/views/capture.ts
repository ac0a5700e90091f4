import { and, desc, eq } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import { type Finder, readDuplicates } from '../capture/duplicates.ts';
import { type Capture, isUndecided } from '../capture/lock-capture.ts';
import { maxPlans } from '../capture/save-all.ts';
import { toLead } from '../capture/to-lead.ts';
import type { Db } from '../db/client.ts';
import { activities, captures } from '../db/schema.ts';
import type { CapturedPerson } from '../db/stored-json.ts';
import type { CapturedPersonView, CaptureView } from './capture-view.ts';

/** A worker that has not answered by then will not be waited for; what the rules found stands. */
const patienceMs = 10 * 60_000;

/** A confirm card of this person, with who on it is a lead already; null when it is gone or somebody else's. */
export async function getCaptureView(
  db: Db,
  user: User,
  captureId: string,
  now: Date,
): Promise<CaptureView | null> {
  const [capture] = await db
    .select()
    .from(captures)
    .where(and(eq(captures.id, captureId), eq(captures.userId, user.id)));
  if (!capture) return null;
  const finder = isUndecided(capture) ? await readDuplicates(db, user) : null;
  const people = capture.people.map((person, place) => toView(person, place, finder));
  const counts = countOf(people);
  const { id, source, status, spoilt } = capture;
  return {
    ...{ id, source, status, people, spoilt, counts },
    reading: status === 'reading' && now.getTime() - capture.addedAt.getTime() < patienceMs,
    mapping: (source === 'csv' && capture.raw) || null,
    mayPlan: counts.fresh <= maxPlans,
    maxPlans,
    failure: failureOf(capture),
    added: await addedOf(db, capture),
  };
}

function toView(person: CapturedPerson, place: number, finder: Finder | null): CapturedPersonView {
  const isOpen = person.state === 'open';
  const read = toLead(person);
  return {
    ...person,
    place,
    duplicate: (isOpen && !person.isNew && finder?.find(person)) || null,
    problem: isOpen && !read.ok ? read.words : null,
  };
}

function countOf(people: CapturedPersonView[]): CaptureView['counts'] {
  const count = (is: (person: CapturedPersonView) => boolean) => people.filter(is).length;
  return {
    fresh: count(({ state, duplicate, problem }) => state === 'open' && !duplicate && !problem),
    known: count(({ duplicate }) => duplicate !== null),
    stuck: count(({ duplicate, problem }) => !duplicate && problem !== null),
    saved: count(({ state }) => state === 'saved'),
    merged: count(({ state }) => state === 'merged'),
    leftOut: count(({ state }) => state === 'left-out'),
  };
}

const failures = ['limit', 'gone', 'nobody', 'failed'] as const;

const failureOf = ({ lastError, status }: Capture): CaptureView['failure'] =>
  (status !== 'reading' && failures.find((one) => one === lastError)) || null;

/** The history of the lead says what the last merging brought. */
async function addedOf(db: Db, { people }: Capture): Promise<string | null> {
  const [only] = people;
  if (people.length !== 1 || only?.state !== 'merged' || !only.leadId) return null;
  const [row] = await db
    .select({ text: activities.text })
    .from(activities)
    .where(and(eq(activities.leadId, only.leadId), eq(activities.kind, 'merged')))
    .orderBy(desc(activities.at))
    .limit(1);
  return row?.text ?? null;
}
