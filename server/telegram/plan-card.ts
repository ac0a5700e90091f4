import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import { cut } from '../cut.ts';
import { isClosed } from '../leads/status.ts';
import type { LeadDetail } from '../views/lead-view.ts';
import type { StepView } from '../views/step-view.ts';
import { eventButton, leadButton } from './callback-data.ts';
import { type AppUrl, addOpenButton, type Card } from './card.ts';
import { leadPath } from './links.ts';
import { leadLine, maxName, maxTitle } from './names.ts';
import { pauseLine } from './paused-card.ts';
import { join, say, sayPlain } from './say.ts';

/** More steps than a person reads in a chat; the app shows all. */
const maxSteps = 12;
/** Titles of templates are the person's own. */
const maxSource = 300;
/** So many events are asked about at once. */
const maxAsked = 2;

/** The message that answers "add a lead": the plan being drafted, then the plan with its dates, or what went wrong. */
export function planCard(lead: LeadDetail, appUrl: AppUrl): Card {
  const keyboard = new InlineKeyboard();
  if (lead.planState === 'failed') {
    keyboard.text(sayPlain('button.retry'), leadButton('plan', lead.id));
    addOpenButton(keyboard, appUrl, leadPath(lead.id), 'button.write');
  } else if (lead.planState === 'drafting') {
    keyboard.text(sayPlain('button.stopDraft'), leadButton('stop-draft', lead.id));
  } else if (!lead.plan) {
    keyboard.text(sayPlain('button.draftAPlan'), leadButton('plan', lead.id));
    addOpenButton(keyboard, appUrl, leadPath(lead.id), 'button.write');
  } else {
    addOpenButton(keyboard, appUrl, leadPath(lead.id), 'button.openPlan');
    keyboard.text(sayPlain('button.draftAgain'), leadButton('plan', lead.id));
  }
  if (lead.pause) keyboard.row().text(sayPlain('button.resume'), leadButton('resume', lead.id));
  addQuestions(keyboard, lead);
  const rests = lead.pause && pauseLine(lead.pause);
  const isDrafting = lead.planState === 'drafting';
  return { text: join([isDrafting ? null : leadLine(lead), rests, body(lead)], '\n'), keyboard };
}

function body(lead: LeadDetail): FormattedString {
  if (lead.planState === 'drafting') return drafting(lead);
  if (lead.planState === 'failed') return say('plan.failed');
  if (!lead.plan) return say(lead.planState === 'stopped' ? 'plan.stopped' : 'plan.none');
  const steps = lead.steps.slice(0, maxSteps).map(stepLine);
  const more = lead.steps.length - steps.length;
  const heading = say('plan.heading', { title: cut(lead.plan.title, maxTitle), count: lead.steps.length });
  const list = join([...steps, more > 0 ? say('plan.more', { count: more }) : null], '\n');
  const { source } = lead.plan;
  const from = source && say('plan.source', { source: cut(source, maxSource) });
  return join([heading, list, ...openQuestions(lead), from || null], '\n\n');
}

function drafting({ name, work }: LeadDetail): FormattedString {
  const stage = work && work.stage !== 'waiting' ? say('plan.stage', { stage: work.stage }) : null;
  return join([say('plan.drafting', { name: cut(name, maxName) }), stage], '\n');
}

/** A closed lead asks nothing. */
const eventsToAsk = ({ status, events }: LeadDetail) =>
  isClosed(status) ? [] : events.filter(({ local, steps }) => local === null && steps > 0).slice(0, maxAsked);
const restorable = ({ status, cancelled }: LeadDetail) => (isClosed(status) ? 0 : cancelled);

/** Which steps wait for a date that only the person knows, and what could be restored. */
function openQuestions(lead: LeadDetail): FormattedString[] {
  const waits = eventsToAsk(lead).map(({ event, steps }) => say('plan.waits', { event, count: steps }));
  const count = restorable(lead);
  return count > 0 ? [...waits, say('plan.cancelled', { count })] : waits;
}

/** A row each: an event that steps wait for, and the way back for those that were cancelled. */
function addQuestions(keyboard: InlineKeyboard, lead: LeadDetail): void {
  if (lead.planState === 'drafting') return;
  for (const { event } of eventsToAsk(lead))
    keyboard.row().text(sayPlain('button.event', { event }), eventButton(lead.id, event));
  if (restorable(lead) > 0) keyboard.row().text(sayPlain('button.restore'), leadButton('restore', lead.id));
}

function stepLine(step: StepView, index: number): FormattedString {
  const title = cut(step.title, maxTitle);
  if (step.status === 'done') return say('plan.stepDone', { title });
  if (step.status === 'skipped') return say('plan.stepSkipped', { title });
  if (step.status === 'cancelled') return say('plan.stepCancelled', { title });
  const place = String(index + 1);
  if (!step.due) return say('plan.stepWaits', { place, title, event: step.anchor });
  return say('plan.step', { place, title, due: step.due.words });
}
