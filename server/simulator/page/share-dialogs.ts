import type { Contact, KeyboardButtonRequestUsers } from 'grammy/types';
import { contacts } from '../contacts.ts';
import { MAX_FILE_BYTES } from '../limits.ts';
import { el } from './dom.ts';
import { fillIn, labelled, lineField } from './form-dialog.ts';
import { fullName, secondsToSay, sizeLabel } from './media-words.ts';

/** The questions behind the paper clip. Each resolves with what to send, or null when it was dismissed. */

/** Somebody from the address book. */
export function askContact(): Promise<Contact | null> {
  const first = lineField({ required: true });
  const last = lineField({ placeholder: 'Optional' });
  const phone = lineField({ type: 'tel', required: true, placeholder: '+49 30 1234567' });
  return fillIn({
    title: 'Share a contact',
    fields: [labelled('First name', first), labelled('Last name', last), labelled('Phone', phone)],
    submit: 'Share',
    read: () => ({
      phone_number: phone.value.trim(),
      first_name: first.value,
      ...(last.value.trim() && { last_name: last.value }),
    }),
  });
}

/** What a voice note says, and how long that takes in seconds. */
export function askVoice(): Promise<{ words: string; duration: number } | null> {
  const words = el('textarea', { rows: 4, required: true, maxlength: 2000 });
  return fillIn({
    title: 'Voice note',
    intro:
      'No sound is recorded here. The note holds the words you type, and the simulator’s stand-in for a model hears them; a real model would not.',
    fields: [labelled('What do you say?', words)],
    submit: 'Send',
    read: () => ({ words: words.value.trim(), duration: secondsToSay(words.value) }),
  });
}

/** The caption of a chosen file. */
export function askCaption(file: File): Promise<string | null> {
  const caption = lineField({ maxlength: 1024, placeholder: 'Optional' });
  const isLarge = file.size > MAX_FILE_BYTES;
  return fillIn({
    title: 'Send a file',
    intro: `${file.name}, ${sizeLabel(file.size)}${isLarge ? '. It is too large for the simulator: the bot learns its size, and cannot read it.' : ''}`,
    fields: [labelled('Caption', caption)],
    submit: 'Send',
    read: () => caption.value,
  });
}

/** The people a request_users key asks for, no more of them than it takes. */
export function askPeople(asked: KeyboardButtonRequestUsers): Promise<number[] | null> {
  const most = asked.max_quantity ?? 1;
  const isAsked = (isBot: boolean) => asked.user_is_bot === undefined || asked.user_is_bot === isBot;
  const boxes = contacts
    .filter((contact) => isAsked(contact.is_bot))
    .map((contact) => ({
      contact,
      box: el('input', { type: 'checkbox', required: true, onchange: () => check() }),
    }));
  const chosen = () => boxes.filter(({ box }) => box.checked);
  function check() {
    const count = chosen().length;
    for (const { box } of boxes) {
      box.disabled = !box.checked && count >= most;
      box.required = count === 0;
    }
  }
  const row = ({ contact, box }: (typeof boxes)[number]) =>
    el(
      'label',
      { class: 'choice' },
      box,
      el('span', {}, fullName(contact), contact.username ? ` (@${contact.username})` : ''),
    );
  return fillIn({
    title: most === 1 ? 'Choose a person' : `Choose up to ${most} people`,
    fields: [el('fieldset', {}, el('legend', {}, 'Your contacts'), ...boxes.map(row))],
    submit: 'Share',
    read: () => chosen().map(({ contact }) => contact.id),
  });
}
