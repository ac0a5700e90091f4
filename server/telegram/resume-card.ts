import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import { cut } from '../cut.ts';
import type { LeadCard, PauseView } from '../views/lead-view.ts';
import type { MoveView } from '../views/pause-view.ts';
import { actButton, leadButton } from './callback-data.ts';
import { type AppUrl, addOpenButton, type Card } from './card.ts';
import { leadPath } from './links.ts';
import { leadLine, maxName, maxTitle } from './names.ts';
import { pauseLine } from './paused-card.ts';
import { join, say, sayPlain } from './say.ts';

/** Steps that move, in words, and by how many working days. */
export type Moves = { moves: MoveView[]; movedBy: number };

/** More steps than a person reads in a chat. */
const maxLines = 10;

/** "Shall the plan go on?", with the new dates before anything changes. */
export function resumeCard(lead: LeadCard, moves: Moves): Card {
  return {
    text: join([say('resume.ask', { lead: leadLine(lead) }), wouldMove(moves)], '\n\n'),
    keyboard: new InlineKeyboard()
      .text(sayPlain('button.resume'), leadButton('resume-now', lead.id))
      .text(sayPlain('button.notYet'), leadButton('rest', lead.id)),
  };
}

/** The plan goes on: what has moved, and the way back. */
export function resumedCard(lead: LeadCard, done: Moves & { actId: number }, appUrl: AppUrl): Card {
  const { moves, movedBy } = done;
  const moved =
    moves.length > 0
      ? join([say('resume.moved', { count: moves.length, by: movedBy }), moveLines(moves)], '\n')
      : null;
  const keyboard = new InlineKeyboard().text(sayPlain('button.undo'), actButton('undo-act', done.actId));
  return {
    text: join([say('resume.done', { lead: leadLine(lead) }), moved], '\n\n'),
    keyboard: addOpenButton(keyboard, appUrl, leadPath(lead.id)),
  };
}

type Waking = { lead: LeadCard; pause: PauseView; moves: Moves; isRepeat: boolean };

/** The day has come on which the person wanted to hear of a resting lead again; `isRepeat`: they may have heard of it. */
export function wakeCard({ lead, pause, moves, isRepeat }: Waking, appUrl: AppUrl): Card {
  const plain = say('wake.heading', { lead: leadLine(lead) });
  const heading = isRepeat ? say('wake.unconfirmed', { heading: plain }) : plain;
  const keyboard = new InlineKeyboard()
    .text(sayPlain('button.resume'), leadButton('resume-now', lead.id))
    .text(sayPlain('button.waitWeek'), leadButton('wait-week', lead.id))
    .row()
    .text(sayPlain('button.replied'), leadButton('replied', lead.id))
    .text(sayPlain('button.won'), leadButton('won', lead.id))
    .text(sayPlain('button.leadLost'), leadButton('lost', lead.id))
    .row();
  return {
    text: join([join([heading, pauseLine({ ...pause, wakes: null })], '\n'), wouldMove(moves)], '\n\n'),
    keyboard: addOpenButton(keyboard, appUrl, leadPath(lead.id)),
  };
}

function wouldMove({ moves, movedBy }: Moves): FormattedString {
  if (moves.length === 0) return say('resume.nothing');
  return join([say('resume.moves', { count: moves.length, by: movedBy }), moveLines(moves)], '\n');
}

/** "Send the deck: Thu 15 Oct → Thu 22 Oct", a line each; with the lead's name where it has one. */
export function moveLines(moves: MoveView[]): FormattedString {
  const lines = moves.slice(0, maxLines).map(({ lead, title, from, to }) => {
    const step = { title: cut(title, maxTitle), from, to };
    return lead ? say('move.ofLead', { ...step, lead: cut(lead, maxName) }) : say('move.line', step);
  });
  const more = moves.length - lines.length;
  return join([...lines, more > 0 ? say('plan.more', { count: more }) : null], '\n');
}
