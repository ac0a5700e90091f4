import { and, asc, eq, isNotNull, lte } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { BriefingKind } from '../briefings/next.ts';
import type { Db } from '../db/client.ts';
import { isOneOf } from '../db/many.ts';
import { leads, planSteps } from '../db/schema.ts';
import { isClosed, openLead } from '../leads/status.ts';
import { type PersonTime, personTime } from '../time/person.ts';
import { inZone } from '../time/wall-time.ts';
import { clockWords, dueView, longDayWords } from '../time/when.ts';
import type { BriefingLine, BriefingSection, BriefingView } from './briefing-view.ts';
import { pauseOf } from './pause-view.ts';
import { selectSteps } from './steps.ts';
import { toStepView } from './to-step-view.ts';

type Row = Awaited<ReturnType<typeof selectSteps>>[number];

/** As many steps as one message can list within Telegram's limit. */
export const maxLines = 20;
const maxWaiting = 5;

/** A briefing, as it was composed at `at` about these steps. */
type Composed = { kind: BriefingKind; stepIds: string[]; at: Date };

/**
 * A briefing as it reads at `now`: the steps it was composed of, each with its number and what became of it; one that is
 * gone is left out. A step stands in the part its date falls in, seen from when the message was composed: what is settled
 * stays where it stood, what got another date moves there. The days of a week are in their order.
 */
export async function getBriefing(
  db: Db,
  user: User,
  { kind, stepIds, at }: Composed,
  now: Date,
): Promise<BriefingView> {
  const person = personTime(user);
  const shown = stepIds.slice(0, maxLines);
  const rows = await selectSteps(db).where(and(eq(leads.userId, user.id), isOneOf(planSteps.id, shown)));
  const byId = new Map(rows.map((row) => [row.step.id, row]));
  const lines = shown.flatMap((id, index) => {
    const row = byId.get(id);
    if (!row) return [];
    return {
      ...partOf(kind, row, at, person),
      line: toLine(row, { place: index + 1, kind, at, now, person }),
    };
  });
  return {
    ...{
      kind,
      sections: toSections(lines),
      date: longDayWords(at, person.timeZone),
      more: stepIds.length - shown.length,
    },
    waiting: kind === 'morning' ? await listWaiting(db, user, at) : [],
  };
}

/** Where a line stands; `on` is the day of the part, "2026-10-19", where the parts are days. */
type Part = Pick<BriefingSection, 'title' | 'day'> & { on: string };

function partOf(kind: BriefingKind, { step }: Row, at: Date, { timeZone }: PersonTime): Part {
  const plain = { day: '', on: '' };
  if (kind === 'evening') {
    const wasSettled = step.settledAt !== null && step.settledAt <= at;
    return { title: wasSettled ? 'done' : 'left', ...plain };
  }
  const { dueAt } = step;
  if (!dueAt) return { title: 'waiting', ...plain };
  if (kind === 'weekly') {
    const on = inZone(dueAt, timeZone).toPlainDate().toString();
    return { title: 'day', day: longDayWords(dueAt, timeZone), on };
  }
  const titles = { late: 'overdue', today: 'today', later: 'later' } as const;
  return { title: titles[dueView(dueAt, at, timeZone).tone], ...plain };
}

const order: BriefingSection['title'][] = ['overdue', 'today', 'later', 'day', 'done', 'left', 'waiting'];

/** The parts in their order, days by the calendar; the lines of one keep theirs. */
function toSections(lines: (Part & { line: BriefingLine })[]): BriefingSection[] {
  const sorted = lines.toSorted(
    (a, b) => order.indexOf(a.title) - order.indexOf(b.title) || a.on.localeCompare(b.on),
  );
  const sections: BriefingSection[] = [];
  for (const { title, day, line } of sorted) {
    const last = sections.at(-1);
    if (last?.title === title && last.day === day) last.lines.push(line);
    else sections.push({ title, day, lines: [line] });
  }
  return sections;
}

type Reading = { place: number; kind: BriefingKind; at: Date; now: Date; person: PersonTime };

function toLine(row: Row, { place, kind, at, now, person }: Reading): BriefingLine {
  const { id, title, status, anchor, snoozed } = toStepView(row, { now, person });
  const { dueAt } = row.step;
  const { timeZone } = person;
  const when = kind === 'weekly' ? clockWords : (due: Date) => dueView(due, at, timeZone).short;
  return {
    place,
    step: { id, title, status, anchor, snoozed },
    lead: { id: row.lead.id, name: row.lead.name },
    closed: isClosed(row.lead.status),
    paused: pauseOf(row.lead, person, now),
    when: dueAt && when(dueAt, timeZone),
  };
}

/** What was being waited for when the message was composed, and still is. */
async function listWaiting(db: Db, user: User, at: Date): Promise<BriefingView['waiting']> {
  const rows = await db
    .select({ name: leads.name, waitingFor: leads.waitingFor })
    .from(leads)
    .where(and(eq(leads.userId, user.id), openLead, isNotNull(leads.waitingFor), lte(leads.pausedAt, at)))
    .orderBy(asc(leads.pausedAt), asc(leads.id))
    .limit(maxWaiting);
  return rows.map(({ name, waitingFor }) => ({ name, waitingFor: waitingFor ?? '' }));
}
