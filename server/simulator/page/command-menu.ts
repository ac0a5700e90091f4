import type { BotCommand } from 'grammy/types';
import { el, icon, iconButton } from './dom.ts';

export type CommandMenu = {
  /** The list, to stand above the text field. */
  element: HTMLElement;
  /** What opens it, to stand in the text field's row. */
  button: HTMLElement;
  draw(commands: readonly BotCommand[]): void;
  close(): void;
};

/** The bot's commands behind a "/" button. */
export function commandMenu(send: (command: string) => void): CommandMenu {
  const element = el('div', { class: 'commands', role: 'group', 'aria-label': 'Commands', hidden: true });
  const button = iconButton('Commands', icon('slash'), () => show(element.hidden !== false), 'slash');
  document.addEventListener('click', (event) => {
    const target = event.target as Node;
    if (!element.contains(target) && !button.contains(target)) show(false);
  });

  function show(isOpen: boolean) {
    element.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) element.querySelector('button')?.focus();
  }
  function entry({ command, description }: BotCommand) {
    const onclick = () => {
      show(false);
      send(`/${command}`);
    };
    return el(
      'button',
      { type: 'button', onclick },
      el('strong', {}, `/${command}`),
      el('span', {}, description),
    );
  }

  return {
    element,
    button,
    draw(commands) {
      button.hidden = commands.length === 0;
      // Drawn anew only when it differs, so that an open list keeps its focus.
      const key = JSON.stringify(commands);
      if (element.dataset.key === key) return;
      element.dataset.key = key;
      element.replaceChildren(...commands.map(entry));
    },
    close: () => show(false),
  };
}
