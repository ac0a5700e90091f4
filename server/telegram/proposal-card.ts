import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import { cut } from '../cut.ts';
import type { ChangeView, ProposalView } from '../views/proposal-view.ts';
import { changeButton, changesButton } from './callback-data.ts';
import { type AppUrl, addOpenButton, type Card } from './card.ts';
import { leadPath } from './links.ts';
import { leadLine } from './names.ts';
import { join, say, sayPlain } from './say.ts';

/** Eight changes with these lengths fit into one message. */
const maxChangeTitle = 80;
const maxWhy = 140;
const maxDraft = 140;
const maxNews = 160;
/** So many lines have their two buttons in one row. */
const linesInRow = 2;

/** The message about what news changes in a plan: being thought about, then the changes to decide on, then the plan. */
export function proposalCard(view: ProposalView, appUrl: AppUrl): Card {
  const heading = say('proposal.heading', { lead: leadLine(view.lead) });
  const news = say('proposal.news', { news: cut(view.because.replace(/\s+/g, ' '), maxNews) });
  const text = join([join([heading, news], '\n'), ...body(view)], '\n\n');
  return { text, keyboard: buttons(view, appUrl) };
}

function body(view: ProposalView): FormattedString[] {
  const { state, changes } = view;
  if (state === 'thinking') return [say(thinkingKeys[view.stage])];
  if (state === 'failed') return [say(`proposal.failed.${view.failure ?? 'down'}`)];
  if (state === 'nothing' || state === 'stopped') return [say(`proposal.${state}`)];
  const lines = changes.map((change, index) => changeText(change, String(index + 1)));
  if (state === 'replaced') return [...lines, say('proposal.replaced')];
  const open = changes.filter((change) => change.state === 'open').length;
  if (open === 0) return [...lines, nextLine(view)];
  const isFresh = open === changes.length;
  return isFresh ? [say('proposal.open', { count: open }), ...lines] : lines;
}

const thinkingKeys = {
  waiting: 'proposal.thinking',
  writing: 'proposal.thinking',
  repairing: 'proposal.repairing',
  retrying: 'proposal.retrying',
} as const;

/** Old and new, why, and the message it would be; of a decided one what became of it. */
function changeText(view: ChangeView, place: string): FormattedString {
  const change = changeLine(view, place);
  if (view.state === 'accepted') return say('proposal.accepted', { change });
  if (view.state === 'refused') return say('proposal.refused', { change });
  if (view.state === 'gone') return say('proposal.gone', { change, why: view.gone ?? 'other' });
  const draft = view.draft.replace(/\s+/g, ' ');
  return join(
    [
      change,
      say('proposal.why', { why: cut(view.why, maxWhy) }),
      draft ? say('proposal.draft', { draft: cut(draft, maxDraft) }) : null,
    ],
    '\n',
  );
}

function changeLine(view: ChangeView, place: string): FormattedString {
  const title = cut(view.title, maxChangeTitle);
  const noDate = view.timing || sayPlain('proposal.noDate');
  const to = view.to ?? noDate;
  if (view.kind === 'add') return say('proposal.add', { place, title, when: to });
  if (view.kind === 'move')
    return say('proposal.move', { place, title, from: view.from ?? sayPlain('proposal.noDate'), to });
  if (view.kind === 'drop') return say('proposal.drop', { place, title });
  const newTitle = cut(view.newTitle ?? '', maxChangeTitle);
  return say('proposal.reword', { place, title, newTitle, renamed: view.newTitle ? 'yes' : 'no' });
}

const nextLine = ({ next }: ProposalView): FormattedString =>
  next
    ? say('proposal.next', { title: cut(next.title, maxChangeTitle), due: next.due })
    : say('proposal.noNext');

function buttons(view: ProposalView, appUrl: AppUrl): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  const path = leadPath(view.lead.id);
  if (view.state === 'failed') {
    if (view.failure !== 'off' && view.failure !== 'limit')
      keyboard.text(sayPlain('button.retry'), changesButton('review-again', view.id));
    return addOpenButton(keyboard, appUrl, path, 'button.editPlan');
  }
  if (view.state === 'open') addChoices(keyboard, view);
  return addOpenButton(keyboard, appUrl, path);
}

/** Two buttons for each open line, and two for all of them where there are several. */
function addChoices(keyboard: InlineKeyboard, { id, changes }: ProposalView): void {
  const open = changes.flatMap((change, index) => (change.state === 'open' ? { change, index } : []));
  for (const [nth, { change, index }] of open.entries()) {
    const place = String(index + 1);
    keyboard.text(sayPlain('button.acceptOne', { place }), changeButton('chg-yes', id, change.id));
    keyboard.text(sayPlain('button.refuseOne', { place }), changeButton('chg-no', id, change.id));
    if (nth % linesInRow === linesInRow - 1) keyboard.row();
  }
  keyboard.row();
  if (open.length < 2) return;
  keyboard.text(sayPlain('button.acceptAll'), changesButton('chg-all', id));
  keyboard.text(sayPlain('button.refuseAll'), changesButton('chg-none', id)).row();
}
