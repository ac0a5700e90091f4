import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import type { MessageKey } from '../i18n/en.ts';
import type { MoveView } from '../views/pause-view.ts';
import { awayButton, plainButton } from './callback-data.ts';
import { type Card, plainCard } from './card.ts';
import { moveLines } from './resume-card.ts';
import { join, say, sayPlain } from './say.ts';

/** An absence: its days as a person reads them, and what moves for it. */
export type Away = { from: string; until: string; moves: MoveView[] };

/** "Away from … to …?", with what would move before anything changes. */
export function awayCard(away: Away, period: { from: string; until: string }): Card {
  return {
    text: join([say('away.ask', days(away)), movesUnder('away.moves', away.moves)], '\n\n'),
    keyboard: new InlineKeyboard()
      .text(sayPlain('button.setAway'), awayButton(period))
      .text(sayPlain('button.notAway'), plainButton('away-keep')),
  };
}

/** The absence is set: what has moved. */
export const awaySetCard = (away: Away): Card =>
  plainCard(join([say('away.set', days(away)), movesUnder('away.moved', away.moves)], '\n\n'));

/** It has ended: what came back. */
export const awayOffCard = (moves: MoveView[]): Card =>
  plainCard(join([say('away.off'), movesUnder('away.moved', moves)], '\n\n'));

/** What to write, after what is set, or why nothing was. */
export const awayHelpCard = (first: FormattedString | null): Card =>
  plainCard(join([first, say('away.usage')], '\n\n'));

function movesUnder(heading: MessageKey, moves: MoveView[]): FormattedString | null {
  return moves.length > 0 ? join([say(heading, { count: moves.length }), moveLines(moves)], '\n') : null;
}

const days = ({ from, until }: Away) => ({ from, until });
