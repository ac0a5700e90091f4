import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import { cut } from '../cut.ts';
import type { CapturedPersonView, CaptureView } from '../views/capture-view.ts';
import { captureButton, mergeButton, personButton } from './callback-data.ts';
import { type AppUrl, addOpenButton } from './card.ts';
import { capturePath } from './links.ts';
import { leadLine, maxName } from './names.ts';
import { join, say, sayPlain } from './say.ts';

/** A note longer than this is shown from its start; all of it is kept. */
const maxShown = 700;

/** What is known of one person on a confirm card, who they may be already, and what is still missing. */
export function capturedPersonText(view: CaptureView, person: CapturedPersonView): FormattedString {
  const { role, telegram, phone, email, source, note, duplicate, problem, place } = person;
  const contacts = [telegram && `@${telegram}`, phone, email].filter(Boolean).join(' · ');
  const count = view.people.length;
  const who = [
    count > 1 ? say('capture.of', { place: String(place + 1), count: String(count) }) : null,
    person.name ? leadLine(named(person)) : say('capture.unnamed'),
    role ? say('capture.contacts', { contacts: cut(role, maxName) }) : null,
    contacts ? say('capture.contacts', { contacts }) : null,
    source ? say('capture.source', { source: cut(source, maxName) }) : null,
  ];
  return join(
    [
      join(who, '\n'),
      note ? say('capture.note', { note: cut(note, maxShown) }) : null,
      duplicate ? say('capture.here', { lead: leadLine(duplicate), by: duplicate.by }) : null,
      problem ? say('capture.problem', { problem }) : null,
    ],
    '\n\n',
  );
}

/** '' is no company. */
export const named = ({ name, company }: CapturedPersonView) => ({ name, company: company || null });

/** Save, or Merge for somebody who is here already; Edit; and the way on among many, or out. */
export function personButtons(
  { id, people }: CaptureView,
  { place, duplicate, problem }: CapturedPersonView,
  appUrl: AppUrl,
): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  if (duplicate)
    keyboard
      .text(sayPlain('button.merge'), mergeButton(id, place, duplicate.leadId))
      .text(sayPlain('button.somebodyNew'), personButton('cap-new', id, place))
      .row();
  else if (!problem) keyboard.text(sayPlain('button.saveLead'), personButton('cap-save', id, place));
  if (appUrl) addOpenButton(keyboard, appUrl, capturePath(id), 'button.editPerson');
  else keyboard.text(sayPlain('button.editPerson'), personButton('cap-edit', id, place));
  if (people.length === 1)
    return keyboard.text(sayPlain('button.cancelCapture'), captureButton('cap-cancel', id));
  keyboard.text(sayPlain('button.leaveOut'), personButton('cap-leave', id, place)).row();
  keyboard.text(sayPlain('button.backToList'), captureButton('cap-list', id));
  return keyboard.text(sayPlain('button.next'), personButton('cap-show', id, (place + 1) % people.length));
}
