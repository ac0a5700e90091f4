import type { FormattedString } from '@grammyjs/parse-mode';
import { cut } from '../cut.ts';
import { maxListed } from '../reminders/plan-chat.ts';
import type { StepCard } from '../views/step-card.ts';
import { type AppUrl, type Card, plainCard } from './card.ts';
import { digestButtons, type Listed } from './digest-buttons.ts';
import { leadLine } from './names.ts';
import { pauseMark } from './paused-card.ts';
import { join, say } from './say.ts';

/** What a digest says first: the steps are due (late, some of them), or their reminders may not have arrived. */
export type DigestIntro = 'due' | 'unconfirmed';

/** Twenty steps with names and titles of these lengths fit into Telegram's 4096 units. */
const maxListedName = 36;
const maxListedTitle = 70;

/**
 * Several steps in one message, each as it is now: open with its buttons, or what became of it. `cards` are in the order
 * of the message, with null for a step that is gone: its line goes, and the others keep their numbers.
 */
export function digestCard(cards: (StepCard | null)[], intro: DigestIntro, appUrl: AppUrl): Card {
  const listed = cards.slice(0, maxListed).flatMap((card, index) => (card ? { card, place: index + 1 } : []));
  if (listed.length === 0) return plainCard(say('digest.gone'));
  const more = cards.length - maxListed;
  const lines = listed.map((one) => line(one, intro));
  const text = join(
    [heading(cards, intro), ...lines, more > 0 ? say('plan.more', { count: more }) : null],
    '\n\n',
  );
  return { text, keyboard: digestButtons(listed, appUrl) };
}

/** Nothing more is said about what was due once none of it waits for the person any more. */
function heading(cards: (StepCard | null)[], intro: DigestIntro): FormattedString {
  const waiting = cards.filter((card) => card !== null).filter(isWaiting);
  if (waiting.length === 0) return say('digest.settled');
  if (intro === 'unconfirmed') return say('digest.unconfirmed');
  const due = say('digest.due', { count: waiting.length });
  const late = waiting.filter((card) => card.late).length;
  if (late === 0) return due;
  const which = late < waiting.length ? 'some' : late === 1 ? 'one' : 'all';
  return join([due, say('digest.late', { which })], '\n');
}

const isWaiting = ({ step, closed, paused, waitsFor }: StepCard) =>
  step.status === 'open' && !closed && !paused && !waitsFor && !step.snoozed;

function line({ card, place }: Listed, intro: DigestIntro): FormattedString {
  const { name, company } = card.lead;
  const lead = leadLine({
    name: cut(name, maxListedName),
    company: company && cut(company, maxListedName),
  });
  return say('digest.line', { place: String(place), lead, step: state(card, intro) });
}

function state(
  { step, lead, closed, paused, late, ripple, waitsFor }: StepCard,
  intro: DigestIntro,
): FormattedString {
  const title = cut(step.title, maxListedTitle);
  const at = step.settledAt ?? '';
  const moved = ripple && !ripple.kept ? ripple.count : 0;
  if (step.status === 'done') return say('digest.done', { title, at, moved });
  if (step.status === 'skipped') return say('digest.skipped', { title, at, moved });
  if (step.status === 'cancelled') return say('digest.cancelled', { title, at });
  if (closed) return say('digest.closed', { title, status: lead.status });
  if (paused) return say('digest.paused', { title, mark: pauseMark(paused) });
  if (waitsFor) return say('digest.waits', { title, event: waitsFor });
  if (step.snoozed) return say('digest.snoozed', { title, until: step.snoozed });
  return say('digest.step', {
    title,
    due: late ?? step.due ?? '',
    late: late && intro === 'due' ? 'yes' : 'no',
  });
}
