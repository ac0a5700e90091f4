import { z } from 'zod';
import { timingOf } from './plan.ts';
import { leadSchema, type Pen, penFor, playbookSchema } from './read-lead.ts';
import { readNews } from './read-news.ts';

const step = z.object({ step: z.string(), title: z.string(), due: z.string().nullable().catch(null) });
const reviewData = z.object({
  lead: leadSchema,
  steps: z.array(step),
  news: z.string(),
  playbook: playbookSchema,
  today: z.string(),
});
type Step = z.infer<typeof step>;

/** What news changes in a plan, as a list of changes of its open steps. */
export function review(data: unknown): { changes: object[] } {
  const { lead, steps, news, playbook, today } = reviewData.parse(data);
  const pen = penFor(lead, playbook);
  const says = readNews(news, today, pen.language);
  if (says.kind === 'no') return { changes: afterNo(steps, pen) };
  if (says.kind === 'time') {
    const when =
      says.month === null ? dateWords(today, says.days, pen.language) : monthName(says.month, pen.language);
    return { changes: atTime(steps, pen, { today, days: says.days, when, month: says.month }) };
  }
  return { changes: afterAnswer(steps, pen, today) };
}

/** Nothing is asked of somebody who said no, but a last kind word. */
function afterNo([first, ...others]: Step[], pen: Pen): object[] {
  const who = pen.first || 'They';
  const drops = others.slice(0, 7).map((one) => ({
    ...{ kind: 'drop', step: one.step, why: `${who} said no, so there is nothing left to ask here.` },
  }));
  const draft = pen.write('farewell');
  const title = 'Thank them and leave the door open';
  const why = `${who} said no; a friendly end is what stays.`;
  return first ? [{ kind: 'reword', step: first.step, why, title, draft }, ...drops] : drops;
}

/** `when` in the language of the lead; `month` when only that was said. */
type When = { today: string; days: number; when: string; month: number | null };

/** The plan goes on at the time that was named: the first step opens it, a second one is spared, the rest comes later. */
function atTime(steps: Step[], pen: Pen, { today, days, when, month }: When): object[] {
  const isFar = days > 20;
  const who = pen.first || 'They';
  const named = month === null ? 'that time' : monthName(month, 'en');
  const [first, ...others] = steps;
  const spared = isFar && others.length > 2 ? others[0] : undefined;
  const later = others.filter((one) => one !== spared).slice(0, 4);
  const changes: object[] = [];
  if (first) {
    const why = `${who} named ${named}: before that there is nothing to decide.`;
    changes.push({ kind: 'move', step: first.step, why, ...at(today, days + 1) });
    const title = `Come back to ${pen.first || 'them'} as agreed`;
    const draft = pen.write('nowIsTheTime', when);
    changes.push({ kind: 'reword', step: first.step, why: `It takes up what ${who} said.`, title, draft });
  }
  if (spared) {
    const why = `${who} has given you a time, so one question fewer is needed.`;
    changes.push({ kind: 'drop', step: spared.step, why });
  }
  for (const [index, { step }] of later.entries()) {
    const why = `The step before it now waits for ${named}.`;
    changes.push({ kind: 'move', step, why, ...at(today, days + 1 + 7 * (index + 1)) });
  }
  if (!isFar) return changes;
  const title = `Ask ${pen.first || 'them'} what they need for their planning`;
  const why = `A week before ${named} they prepare, and you can help.`;
  return [...changes, { kind: 'add', why, title, draft: pen.write('before', when), ...at(today, days - 7) }];
}

/** Who wrote is answered before anything else. */
function afterAnswer(steps: Step[], pen: Pen, today: string): object[] {
  const who = pen.first || 'them';
  const title = `Answer ${who} and ask what comes next`;
  if (steps.some((one) => one.title === title)) return [];
  const why = 'There is news, and a quick answer keeps the conversation going.';
  return [{ kind: 'add', why, title, draft: pen.write('thanks'), ...at(today, 0) }];
}

/** Further away than a month a date says more than a number of days. */
function at(today: string, days: number) {
  const within = Math.min(365, Math.max(0, days));
  const timing = within > 31 ? `on ${dateWords(today, within, 'en-GB')}` : timingOf(within);
  return { delay_days: within, timing };
}

const monthName = (month: number, language: string) =>
  new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 15));

function dateWords(today: string, days: number, language: string): string {
  const day = Date.parse(`${today}T12:00:00Z`) + days * 86_400_000;
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(day);
}
