import { el } from './dom.ts';

export type DialogButton = { id: string; text: string; destructive?: boolean };

/** A modal question; resolves with the pressed button's id, or null when it was dismissed. */
export function ask(
  title: string,
  message: string,
  buttons: readonly DialogButton[],
): Promise<string | null> {
  return new Promise((resolve) => {
    const dialog = el(
      'dialog',
      { class: 'popup', 'aria-label': title || message, onclose: () => finish() },
      title && el('h2', {}, title),
      el('p', {}, message),
      el('div', { class: 'popup-buttons' }, ...buttons.map((button) => choice(button))),
    );
    function choice({ id, text, destructive }: DialogButton) {
      const onclick = () => dialog.close(`button:${id}`);
      return el('button', { type: 'button', class: destructive ? 'destructive' : '', onclick }, text);
    }
    function finish() {
      dialog.remove();
      const value = dialog.returnValue;
      resolve(value.startsWith('button:') ? value.slice('button:'.length) : null);
    }
    document.body.append(dialog);
    dialog.showModal();
  });
}

let hideTimer = 0;

/** A line of words that goes away by itself, read out by screen readers. */
export function toast(message: string): void {
  const box = document.querySelector('.toast') ?? document.body.appendChild(toastBox());
  box.textContent = message;
  box.classList.add('shown');
  window.clearTimeout(hideTimer);
  hideTimer = window.setTimeout(() => box.classList.remove('shown'), Math.max(2500, message.length * 60));
}

function toastBox(): HTMLElement {
  return el('div', { class: 'toast', role: 'status', 'aria-live': 'polite' });
}

/** Runs `act` and shows its refusal, if any, as a toast. Resolves to whether it worked. */
export async function tryOut(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error));
    return false;
  }
}

/** Puts text on the clipboard and says so. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = el('textarea', { class: 'offscreen' });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  toast('Copied to clipboard');
}
