import type { Author } from '../sharing.ts';
import { el } from './dom.ts';
import { fillIn, labelled, lineField } from './form-dialog.ts';
import { excerpt } from './media-words.ts';

export type Forwarded = Author & { text: string };
type Kind = 'from' | 'hiddenName' | 'channel';

const KINDS: { kind: Kind; label: string; nameLabel: string }[] = [
  { kind: 'from', label: 'A person', nameLabel: 'Name' },
  { kind: 'hiddenName', label: 'A person who hides their account', nameLabel: 'Name' },
  { kind: 'channel', label: 'A channel', nameLabel: 'Title' },
];

/** Asks what to forward and whose words those are: one message, or several in a row. Null when it was dismissed. */
export async function askForward(): Promise<Forwarded[] | null> {
  const queued: Forwarded[] = [];
  let kind: Kind = 'from';
  const name = lineField({ required: true });
  const nameLabel = el('span', { class: 'field-label' }, 'Name');
  const handle = lineField({ maxlength: 33, placeholder: 'Optional' });
  const handleField = labelled('@name', handle);
  const text = el('textarea', { rows: 4, required: true, maxlength: 4096 });
  const list = el('ol', { class: 'queued', 'aria-label': 'To be forwarded', 'aria-live': 'polite' });

  const choices = KINDS.map(({ kind: value, label }) => {
    const choose = () => setKind(value);
    const radio = { type: 'radio', name: 'author', value, checked: value === kind, onchange: choose };
    return el('label', { class: 'choice' }, el('input', radio), label);
  });
  function setKind(value: Kind) {
    kind = value;
    nameLabel.textContent = KINDS.find((one) => one.kind === value)?.nameLabel ?? '';
    handleField.hidden = value === 'hiddenName';
  }
  function another() {
    if (!name.reportValidity() || !text.reportValidity() || text.value.trim() === '') return text.focus();
    queued.push(written());
    list.append(el('li', {}, `${name.value}: ${excerpt({ text: text.value })}`));
    text.value = '';
    text.required = false;
    text.focus();
  }
  function written(): Forwarded {
    return { ...authorOf(kind, name.value.trim(), handle.value), text: text.value };
  }

  return fillIn({
    title: 'Forward a message',
    fields: [
      el('fieldset', {}, el('legend', {}, 'Who wrote it?'), ...choices),
      el('label', { class: 'field' }, nameLabel, name),
      handleField,
      labelled('Message', text),
      el('button', { type: 'button', class: 'another', onclick: another }, 'Add another'),
      list,
    ],
    submit: 'Forward',
    read: () => (text.value.trim() === '' && queued.length > 0 ? queued : [...queued, written()]),
  });
}

function authorOf(kind: Kind, name: string, handle: string): Author {
  const username = handle.trim().replace(/^@/, '');
  const named = username ? { username } : {};
  if (kind === 'hiddenName') return { hiddenName: name };
  if (kind === 'channel') return { channel: { title: name, ...named } };
  const [first_name = '', ...rest] = name.split(/\s+/);
  const last_name = rest.join(' ');
  return { from: { first_name, ...(last_name && { last_name }), ...named } };
}
