import { type Child, el } from './dom.ts';

type Form<T> = {
  title: string;
  /** A sentence below the title. */
  intro?: string;
  fields: Child[];
  /** What the button says that sends it. */
  submit: string;
  /** What was filled in; called when it is sent. */
  read(): T;
};

/** A modal form; resolves with what was filled in, or null when it was dismissed. The browser checks its fields. */
export function fillIn<T>({ title, intro, fields, submit, read }: Form<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const dialog = el(
      'dialog',
      { class: 'popup form', 'aria-label': title, onclose: () => finish() },
      el(
        'form',
        { method: 'dialog' },
        el('h2', {}, title),
        intro && el('p', {}, intro),
        ...fields,
        el(
          'div',
          { class: 'popup-buttons' },
          el('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel'),
          el('button', { value: 'sent' }, submit),
        ),
      ),
    );
    function finish() {
      dialog.remove();
      resolve(dialog.returnValue === 'sent' ? read() : null);
    }
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** A field with its label above it. */
export function labelled(label: string, field: HTMLElement): HTMLElement {
  return el('label', { class: 'field' }, el('span', { class: 'field-label' }, label), field);
}

/** A field of one line. */
export function lineField(attributes: Record<string, string | number | boolean> = {}): HTMLInputElement {
  return el('input', { type: 'text', maxlength: 64, autocomplete: 'off', ...attributes });
}
