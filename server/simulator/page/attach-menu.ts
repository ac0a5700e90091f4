import { el, icon, iconButton } from './dom.ts';

export type Attachable = 'forward' | 'contact' | 'document' | 'photo' | 'voice';

const ENTRIES = [
  { what: 'forward', label: 'Forward a message', symbol: 'forward' },
  { what: 'contact', label: 'Contact', symbol: 'person' },
  { what: 'document', label: 'File…', symbol: 'file' },
  { what: 'photo', label: 'Photo…', symbol: 'photo' },
  { what: 'voice', label: 'Voice note', symbol: 'voice' },
] as const;

export type AttachMenu = {
  /** The list, to stand above the text field. */
  element: HTMLElement;
  /** What opens it, to stand in the text field's row. */
  button: HTMLElement;
  close(): void;
};

/** What Telegram can send besides text, behind a paper clip. `attach` is called with what was chosen. */
export function attachMenu(attach: (what: Attachable) => void): AttachMenu {
  const element = el(
    'div',
    { class: 'commands attach', role: 'group', 'aria-label': 'Attach', hidden: true },
    ...ENTRIES.map(({ what, label, symbol }) =>
      el('button', { type: 'button', onclick: () => choose(what) }, icon(symbol), el('span', {}, label)),
    ),
  );
  const button = iconButton('Attach', icon('clip'), () => show(element.hidden !== false), 'clip');
  button.setAttribute('aria-expanded', 'false');
  document.addEventListener('click', (event) => {
    const target = event.target as Node;
    if (!element.contains(target) && !button.contains(target)) show(false);
  });

  function show(isOpen: boolean) {
    const hadFocus = element.contains(document.activeElement);
    element.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) element.querySelector('button')?.focus();
    else if (hadFocus) button.focus();
  }
  function choose(what: Attachable) {
    show(false);
    attach(what);
  }
  return { element, button, close: () => show(false) };
}
