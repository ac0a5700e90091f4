import type { FormattedString } from '@grammyjs/parse-mode';
import { cut } from '../cut.ts';
import type { BriefingLine, BriefingSection, BriefingView } from '../views/briefing-view.ts';
import { type AppUrl, type Card, plainCard } from './card.ts';
import { doneButtons } from './digest-buttons.ts';
import { pauseMark } from './paused-card.ts';
import { join, say } from './say.ts';

/** Twenty steps with names and titles of these lengths, and what leads wait for, fit into Telegram's 4096 units. */
const maxListedName = 36;
const maxListedTitle = 70;

/** The morning's, evening's or next week's message: what there is, part by part, with a button for what comes first. */
export function briefingCard(view: BriefingView, appUrl: AppUrl): Card {
  if (view.sections.length === 0) return plainCard(say('digest.gone'));
  const text = join(
    [
      say(`briefing.${view.kind}`, { date: view.date }),
      ...view.sections.filter(({ title }) => title !== 'waiting').map(section),
      waiting(view),
      view.more > 0 ? say('plan.more', { count: view.more }) : null,
    ],
    '\n\n',
  );
  const toDo = view.sections.filter(({ title }) => title !== 'waiting' && title !== 'done');
  const lines = toDo.flatMap(({ lines }) => lines);
  return { text, keyboard: doneButtons(lines, appUrl) };
}

function section({ title, day, lines }: BriefingSection): FormattedString {
  return join([say(`briefing.part.${title}`, { day }), ...lines.map(line)], '\n');
}

/** Steps that wait for the date of an event, then leads that wait for something named. */
function waiting({ sections, waiting: leads }: BriefingView): FormattedString | null {
  const steps = sections.filter(({ title }) => title === 'waiting').flatMap(({ lines }) => lines);
  if (steps.length + leads.length === 0) return null;
  const resting = leads.map(({ name, waitingFor }) =>
    say('briefing.lead', { who: cut(name, maxListedName), what: cut(waitingFor, maxListedTitle) }),
  );
  return join([say('briefing.part.waiting'), ...steps.map(line), ...resting], '\n');
}

function line({ place, step, lead, closed, paused, when }: BriefingLine): FormattedString {
  const about = {
    place: String(place),
    title: cut(step.title, maxListedTitle),
    who: cut(lead.name, maxListedName),
  };
  if (step.status === 'done') return say('briefing.stepDone', about);
  if (step.status === 'skipped') return say('briefing.stepSkipped', about);
  if (closed || step.status === 'cancelled') return say('briefing.stepClosed', about);
  // What it waits for would not fit twenty times.
  if (paused)
    return say('briefing.stepPaused', { ...about, mark: pauseMark({ ...paused, waitingFor: null }) });
  if (step.snoozed) return say('briefing.stepSnoozed', { ...about, until: step.snoozed });
  if (when === null) return say('briefing.stepWaits', { ...about, event: step.anchor });
  return say('briefing.step', { ...about, when });
}
